"""A copy is the whole file or an error, whatever the file system can do by itself."""

import errno
import os
import random

import pytest

from arms_analytics.store import disk


@pytest.fixture
def source(tmp_path, monkeypatch):
    monkeypatch.setattr(disk, "PIECE", 1000)
    path = tmp_path / "source"
    path.write_bytes(random.Random(1).randbytes(10_500))
    return path


def copied(source):
    target = source.with_name("target")
    target.write_bytes(b"what a killed load left behind" * 1000)
    disk.copy(source, target)
    return target.read_bytes()


def test_a_file_of_many_pieces_is_copied_whole(source):
    assert copied(source) == source.read_bytes()


def test_an_empty_file_is_copied(source):
    source.write_bytes(b"")
    assert copied(source) == b""


def fails_after(pieces, failure):
    """A file system that copies so many pieces by itself and then no more."""
    left, real = iter(range(pieces)), os.copy_file_range

    def copy_file_range(*given):
        return real(*given) if next(left, None) is not None else failure()

    return copy_file_range


def refuse(number):
    raise OSError(number, os.strerror(number))


needs_linux = pytest.mark.skipif(not hasattr(os, "copy_file_range"), reason="Linux alone copies within a file system")


@needs_linux
@pytest.mark.parametrize("pieces", [0, 3])
@pytest.mark.parametrize("failure", [lambda: refuse(errno.EOPNOTSUPP), lambda: refuse(errno.EXDEV), lambda: 0])
def test_where_the_file_system_cannot_copy_by_itself_it_is_read_and_written(source, monkeypatch, failure, pieces):
    monkeypatch.setattr(os, "copy_file_range", fails_after(pieces, failure))
    assert copied(source) == source.read_bytes()


def test_where_the_system_knows_no_such_copy_it_is_read_and_written(source, monkeypatch):
    monkeypatch.delattr(os, "copy_file_range", raising=False)
    assert copied(source) == source.read_bytes()


@needs_linux
def test_a_full_disk_is_an_error(source, monkeypatch):
    monkeypatch.setattr(os, "copy_file_range", fails_after(3, lambda: refuse(errno.ENOSPC)))
    with pytest.raises(OSError, match="No space left"):
        copied(source)
