"""Files that are no workbook, whatever their name: each is told in one sentence that says what to do."""

import zipfile

import pytest
import xlsxwriter
import xlwt

from arms_analytics.workbook.files.opening import open_sheets
from arms_analytics.workbook.files.refusals import UnreadableWorkbookError
from tests.workbook.files.hostile import parts_of, sheet, write


def refusal(path):
    with pytest.raises(UnreadableWorkbookError) as raised:
        open_sheets(path)
    return raised.value.code, str(raised.value)


def zipped(path, *names):
    with zipfile.ZipFile(path, "w") as archive:
        for name in names:
            archive.writestr(name, "x")
    return path


@pytest.mark.parametrize(
    ("content", "code", "words"),
    [
        (b"", "empty_file", "empty"),
        (b"\0" * 600, "empty_file", "empty"),
        (b"Force,Grade\nCheshire,Good\nCumbria,Good\n", "not_a_workbook", "CSV"),
        ("Force\tGrade\nCheshire\tGood\n".encode("utf-16"), "not_a_workbook", "CSV"),
        (b"Dear all,\nPlease find attached the return.\n", "not_a_workbook", "plain text"),
        (b"<html><body><table><tr><td>Good</td></tr></table></body></html>", "not_a_workbook", "web page"),
        (b"\xef\xbb\xbf  <!DOCTYPE html><html>", "not_a_workbook", "web page"),
        (b"MIME-Version: 1.0\nContent-Type: multipart/related", "not_a_workbook", "web page"),
        (b'<?xml version="1.0"?><W xmlns="urn:schemas-microsoft-com:office:spreadsheet">', "not_a_workbook", "XML"),
        (b"%PDF-1.7 ...", "not_a_workbook", "PDF"),
        (b"{\\rtf1 ...", "not_a_workbook", "RTF"),
        (b"\x89PNG\r\n\x1a\n", "not_a_workbook", "picture"),
        (b"\xff\xd8\xff\xe0", "not_a_workbook", "picture"),
        (b"7z\xbc\xaf\x27\x1c", "not_a_workbook", "archive"),
        (b"\x1f\x8b\x08", "not_a_workbook", "archive"),
        (b"MZ\x90\x00", "not_a_workbook", "program"),
        (b"\x01\x02\x03\x04\xfe\xff" * 50, "not_a_workbook", "not known"),
        (b"PK\x05\x06" + b"\0" * 18, "not_a_workbook", "empty archive"),
        (b"PK\x03\x04 and then nothing", "corrupt", "cut short"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 40, "corrupt", "damaged"),
    ],
)  # fmt: skip
def test_a_foreign_file_is_told_by_its_first_bytes(content, code, words, tmp_path):
    path = tmp_path / "ARMS QA Q1 2025-26.xlsx"
    path.write_bytes(content)
    found, sentence = refusal(path)
    assert found == code
    assert words in sentence
    assert sentence.endswith(".") and "\n" not in sentence


@pytest.mark.parametrize(
    ("names", "code", "words"),
    [
        (["[Content_Types].xml", "word/document.xml"], "not_a_workbook", "Word"),
        (["[Content_Types].xml", "ppt/presentation.xml"], "not_a_workbook", "PowerPoint"),
        (["[Content_Types].xml", "xl/workbook.bin"], "binary_workbook", ".xlsb"),
        (["mimetype", "content.xml"], "not_a_workbook", "OpenDocument"),
        (["Index/Document.iwa"], "not_a_workbook", "Numbers"),
        (["Q1.xlsx", "Q2.xlsx"], "not_a_workbook", "unpack"),
        (["photo.jpg"], "not_a_workbook", "archive"),
        (["[Content_Types].xml"], "corrupt", "workbook part is missing"),
    ],
)
def test_a_zip_of_something_else_is_told_by_its_parts(names, code, words, tmp_path):
    found, sentence = refusal(zipped(tmp_path / "book.xlsx", *names))
    assert (found, words in sentence) == (code, True)


def compound(*names):
    """An OLE2 file whose directory lists these streams, empty."""
    free, end = b"\xff" * 4, b"\xfe\xff\xff\xff"
    header = bytearray(512)
    header[:8] = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
    header[24:34] = b"\x3e\0\x03\0\xfe\xff\x09\0\x06\0"
    header[44:76] = b"\x01\0\0\0" + b"\x01\0\0\0" + b"\0" * 4 + b"\0\x10\0\0" + end + b"\0" * 4 + end + b"\0" * 4
    header[76:512] = b"\0\0\0\0" + free * 108
    table = b"\xfd\xff\xff\xff" + end + free * 126
    entries = b""
    for number, name in enumerate(("Root Entry", *names)):
        text = name.encode("utf-16-le")
        entry = bytearray(128)
        entry[: len(text)] = text
        entry[64:66] = (len(text) + 2).to_bytes(2, "little")
        entry[66] = 5 if number == 0 else 2
        entry[116:120] = end
        entries += entry
    return bytes(header) + table + entries.ljust(512, b"\0")


@pytest.mark.parametrize(
    ("streams", "code", "words"),
    [
        (["EncryptionInfo", "EncryptedPackage"], "encrypted", "password"),
        (["WordDocument"], "not_a_workbook", "Word"),
        (["PowerPoint Document"], "not_a_workbook", "PowerPoint"),
        (["__properties_version1.0"], "not_a_workbook", "e-mail"),
        (["Whatever"], "not_a_workbook", "another kind"),
    ],
)
def test_an_office_container_is_told_by_its_streams(streams, code, words, tmp_path):
    path = tmp_path / "book.xlsx"
    path.write_bytes(compound(*streams))
    found, sentence = refusal(path)
    assert (found, words in sentence) == (code, True)


def test_a_missing_file_a_folder_and_excels_lock_file_are_told(tmp_path):
    assert refusal(tmp_path / "none.xlsx")[0] == "not_found"
    assert refusal(tmp_path)[0] == "not_found"
    lock = tmp_path / "~$book.xlsx"
    lock.write_bytes(b"\x05Smith" + b" " * 150)
    assert refusal(lock)[0] == "lock_file"


def test_an_encrypted_part_and_an_encrypted_ods_are_told(tmp_path):
    path = write(tmp_path / "book.xlsx", parts_of(sheet()))
    data = bytearray(path.read_bytes())
    at = data.index(b"PK\1\2")
    while at >= 0:
        data[at + 8] |= 1
        at = data.find(b"PK\1\2", at + 4)
    path.write_bytes(data)
    assert refusal(path)[0] == "encrypted"
    manifest = "<manifest:file-entry><manifest:encryption-data/></manifest:file-entry>"
    parts = {"mimetype": "application/vnd.oasis.opendocument.spreadsheet", "content.xml": "?"}
    assert refusal(write(tmp_path / "b.ods", parts | {"META-INF/manifest.xml": manifest}))[0] == "encrypted"


def test_a_workbook_under_the_wrong_name_is_read(tmp_path):
    xls, xlsx = tmp_path / "really old.xlsx", tmp_path / "really new.xls"
    old = xlwt.Workbook()
    old.add_sheet("Cheshire").write(0, 0, "Good")
    old.save(str(xls))
    with xlsxwriter.Workbook(str(xlsx)) as new:
        new.add_worksheet("Cheshire").write(0, 0, "Good")
    assert [open_sheets(path)[0].cells[1, 1].text for path in (xls, xlsx)] == ["Good", "Good"]


@pytest.mark.parametrize("keep", [0.1, 0.5, 0.9, 0.99])
def test_a_truncated_workbook_is_damaged(keep, tmp_path):
    path = write(tmp_path / "book.xlsx", parts_of(sheet("<row r='1'><c r='A1'><v>1</v></c></row>")))
    data = path.read_bytes()
    path.write_bytes(data[: int(len(data) * keep)])
    assert refusal(path)[0] == "corrupt"


def test_a_workbook_of_charts_alone_has_no_worksheets(tmp_path):
    with xlsxwriter.Workbook(str(tmp_path / "book.xlsx")) as book:
        chart = book.add_chart({"type": "column"})
        chart.add_series({"values": "=Chart1!$A$1:$A$2"})
        book.add_chartsheet().set_chart(chart)
    assert refusal(tmp_path / "book.xlsx")[0] == "no_sheets"
