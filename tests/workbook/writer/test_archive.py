"""Several workbooks in one file come out as they went in."""

import io
import zipfile

from arms_analytics.workbook.writer import archive


def test_what_goes_in_comes_out():
    file = zipfile.ZipFile(io.BytesIO(archive([("one.xlsx", b"1"), ("two.xlsx", b"2")])))
    assert {name: file.read(name) for name in file.namelist()} == {"one.xlsx": b"1", "two.xlsx": b"2"}
