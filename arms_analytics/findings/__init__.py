"""One question asked of the snapshot: a module and its SQL of the same stem, answering with a frame and sentences."""
