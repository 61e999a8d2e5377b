"""Whatever lies in a folder or is named: no pipe is waited for, no name stops the others or steers a terminal."""

import os

import pytest

from arms_analytics.loading import files
from arms_analytics.loading.files import find_workbooks, printable

posix = pytest.mark.skipif(os.name == "nt", reason="Windows has no such names and files")


@posix
@pytest.mark.parametrize("name", ["pipe.xlsx", "endless.xlsx"])
def test_a_pipe_or_a_device_is_refused_by_name_and_passed_over_in_a_folder(tmp_path, name):
    os.mkfifo(tmp_path / "pipe.xlsx")
    (tmp_path / "endless.xlsx").symlink_to("/dev/zero")
    (found,) = find_workbooks([tmp_path / name])
    assert found.problem.code == "not_a_file"
    (inside,) = find_workbooks([tmp_path])
    assert inside.problem.code == "no_workbooks"


def test_a_file_beyond_any_workbook_is_refused_before_it_is_read(tmp_path, monkeypatch):
    monkeypatch.setattr(files, "MOST_BYTES", 10)
    (tmp_path / "large.xlsx").write_bytes(b"x" * 11)
    (found,) = find_workbooks([tmp_path])
    assert found.problem.code == "too_large"


@pytest.mark.parametrize("text", ["a\x1b[31mb", "a\x07b", "a\nb", "a\x9bb", "a\u202eb", "a\udcffb"])
def test_what_would_steer_a_terminal_is_replaced(text):
    assert "\N{REPLACEMENT CHARACTER}" in printable(text)
    assert printable(text).isprintable()
    printable(text).encode()


def test_ordinary_names_stay_as_they_are():
    assert printable("Swyddog Ré – Q1 2025/26 (Cumbria) 😀.xlsx") == "Swyddog Ré – Q1 2025/26 (Cumbria) 😀.xlsx"
