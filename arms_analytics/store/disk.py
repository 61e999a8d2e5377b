"""Files on the disk: copied whole, and known to be there when a call returns."""

from __future__ import annotations

import errno
import os
import shutil
from contextlib import suppress
from pathlib import Path

PIECE = 8 * 2**20
"""Bytes copied before the disk is told to begin with them."""

UNABLE = {errno.ENOSYS, errno.EOPNOTSUPP, errno.EXDEV, errno.EINVAL, errno.EPERM}
"""How file systems say that they do not copy by themselves."""


def copy(source: Path, target: Path) -> None:
    """Copy a file whole, as quickly as the system can; it need not be on the disk yet (`to_disk`)."""
    if not hasattr(os, "copy_file_range"):  # Linux alone has it
        shutil.copyfile(source, target)
        return
    try:
        _copy_within(source, target)
    except OSError as fault:
        if fault.errno not in UNABLE:
            raise
        shutil.copyfile(source, target)


def _copy_within(source: Path, target: Path) -> None:
    """Copied by the file system, which shares the blocks where it can.

    Where it cannot, the disk begins with each piece while the next is copied, so that little is left to wait for.
    """
    with source.open("rb") as old, target.open("wb") as new:
        size, copied = os.fstat(old.fileno()).st_size, 0
        while copied < size:
            piece = os.copy_file_range(old.fileno(), new.fileno(), min(PIECE, size - copied))
            if not piece:
                raise OSError(errno.EINVAL, "The file system copied nothing")
            os.posix_fadvise(new.fileno(), copied, piece, os.POSIX_FADV_DONTNEED)  # writes what is not written yet
            copied += piece


def to_disk(path: Path) -> None:
    """Return when the file's content is on the disk."""
    with path.open("rb+") as file:
        os.fsync(file.fileno())


def folder_to_disk(folder: Path) -> None:
    """Return when the names in the folder are on the disk, where the file system can be asked for that."""
    if os.name == "nt":  # Windows has no handle on a folder to flush; its renames are journalled.
        return
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        with suppress(OSError):  # some network file systems flush files only
            os.fsync(descriptor)
    finally:
        os.close(descriptor)
