"""From a file to cells, whatever its format: opened within limits, read as a person sees it."""
