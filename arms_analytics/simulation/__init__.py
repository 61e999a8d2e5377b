"""Regions whose truth is known: what the findings are measured on, and what the demonstration is drawn from."""
