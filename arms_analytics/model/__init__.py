"""The rating model of docs/methods.md, and the simulator of regions whose truth is known."""
