"""What can go wrong with a store, each as one sentence for a person that says what to do."""

from __future__ import annotations


class StoreError(Exception):
    """The store cannot do what was asked; its message is the sentence. The store is as it was before."""


class NoStoreError(StoreError):
    """Nothing has been loaded into this folder yet."""


class NewerStoreError(StoreError):
    """A newer version of the program made this store."""


class BusyStoreError(StoreError):
    """Another load held the lock for longer than one waits."""


class MixedStoreError(StoreError):
    """Demonstration data and real data would stand in one store."""
