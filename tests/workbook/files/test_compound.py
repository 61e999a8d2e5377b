"""The container of .xls: streams are found whole, and forged chains neither run on for ever nor past the end."""

import struct

import pytest
import xlwt

from arms_analytics.workbook.files.binary.compound import CompoundFile
from arms_analytics.workbook.files.refusals import UnreadableWorkbookError


@pytest.fixture
def data(tmp_path):
    book = xlwt.Workbook()
    tab = book.add_sheet("Cheshire")
    for row in range(200):
        tab.write(row, 0, f"Feedback on question {row}")
    book.save(str(tmp_path / "book.xls"))
    return bytearray((tmp_path / "book.xls").read_bytes())


def table_at(data):
    """Where the table of sectors lies, and the sector in which the directory begins."""
    return (struct.unpack_from("<I", data, 76)[0] + 1) * 512, struct.unpack_from("<I", data, 48)[0]


def test_a_stream_is_found_by_name_whatever_its_case(data):
    stream = CompoundFile(bytes(data)).stream("WORKBOOK")
    assert stream[:4] == b"\x09\x08\x10\x00"
    assert b"Feedback on question 199" in stream


def test_small_streams_lie_in_short_sectors(data):
    struct.pack_into("<I", data, 56, 1 << 30)
    assert CompoundFile(bytes(data)).stream("Workbook") == b""


@pytest.mark.parametrize("next_sector", ["itself", 0x00FFFFFF])
def test_a_forged_chain_is_damage(data, next_sector):
    table, directory = table_at(data)
    struct.pack_into("<I", data, table + 4 * directory, directory if next_sector == "itself" else next_sector)
    with pytest.raises(UnreadableWorkbookError, match="damaged"):
        CompoundFile(bytes(data))


def test_a_stream_that_leads_past_the_end_is_damage(data):
    table, _ = table_at(data)
    file = CompoundFile(bytes(data))
    start = file._streams["workbook"][0]
    struct.pack_into("<I", data, table + 4 * start, 0x00FFFFFF)
    with pytest.raises(UnreadableWorkbookError, match="damaged"):
        CompoundFile(bytes(data)).stream("Workbook")


@pytest.mark.parametrize("size", [9, 100, 511, 512, 1_000])
def test_a_header_without_its_sectors_is_damage(data, size):
    with pytest.raises(UnreadableWorkbookError, match="damaged"):
        CompoundFile(bytes(data[:size]))
