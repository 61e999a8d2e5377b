"""The rating model of docs/methods.md."""
