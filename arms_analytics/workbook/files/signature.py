"""What a file is by its first bytes, whatever its name says; and what to do with one that is no workbook."""

from __future__ import annotations

import re
from pathlib import Path

from arms_analytics.workbook.files.binary.compound import SIGNATURE, CompoundFile
from arms_analytics.workbook.files.container import MOST_BYTES, Container
from arms_analytics.workbook.files.refusals import UnreadableWorkbookError, encrypted, no_workbook, too_large

LOOK = 4096
ZIP = b"PK\x03\x04"
BIFF_WITHOUT_CONTAINER = re.compile(rb"\x09[\x00\x02\x04\x08][\x04-\x10]\x00", re.DOTALL)
ORIGINAL = "ask for the Excel workbook that it was made from, and load that"
AS_XLSX = "open it in Excel, save it as an Excel Workbook (.xlsx), and load that"

MARKS = (
    (b"%PDF", f"a PDF, which has no cells; {ORIGINAL}"),
    (b"{\\rtf", f"a text document (RTF); {ORIGINAL}"),
    (b"\x89PNG", f"a picture; {ORIGINAL}"),
    (b"\xff\xd8\xff", f"a picture; {ORIGINAL}"),
    (b"GIF8", f"a picture; {ORIGINAL}"),
    (b"BM", f"a picture; {ORIGINAL}"),
    (b"Rar!", "an archive; unpack it and load the workbooks inside"),
    (b"7z\xbc\xaf\x27\x1c", "an archive; unpack it and load the workbooks inside"),
    (b"\x1f\x8b", "an archive; unpack it and load the workbooks inside"),
    (b"MZ", "a program; do not open it, and tell whoever looks after your machine"),
    (b"PK\x05\x06", "an empty archive; ask for the workbook again"),
)
DOCUMENTS_IN_OLE = (
    ("WordDocument", f"a Word document; {ORIGINAL}"),
    ("PowerPoint Document", f"a PowerPoint presentation; {ORIGINAL}"),
    ("__properties_version1.0", "an e-mail; open it, save its attachment, and load that"),
)
HTML = re.compile(r"<(?:!doctype html|html|head|body|table|meta|div|style)\b", re.IGNORECASE)
LOCKED_STREAMS = ("EncryptedPackage", "\x06DataSpaces", "\x09DRMContent")


def is_zip(path: Path) -> bool:
    """Whether the file is a zip (.xlsx, .ods) or, if not, an OLE container or its content (.xls).

    UnreadableWorkbookError for any other file.
    """
    head = _head(path)
    if head.startswith((ZIP, SIGNATURE)):
        return head.startswith(ZIP)
    if BIFF_WITHOUT_CONTAINER.match(head):
        return False
    for mark, what in MARKS:
        if head.startswith(mark):
            raise no_workbook(what)
    raise no_workbook(_text_kind(head))


def _head(path: Path) -> bytes:
    try:
        if not path.is_file():
            raise UnreadableWorkbookError("not_found", "There is no such file; check its name and folder.")
        if path.stat().st_size > MOST_BYTES:
            raise too_large(f"the file has more than {MOST_BYTES // 2**20} MB")
        with path.open("rb") as file:
            head = file.read(LOOK)
    except (OSError, ValueError) as error:
        raise UnreadableWorkbookError(
            "no_access",
            "The file cannot be opened; close it in other programs, check that you may read it, and try again.",
        ) from error
    if not head.strip(b"\0"):
        raise UnreadableWorkbookError(
            "empty_file", "The file is empty; copy it again from where it came, and load that."
        )
    if path.name.startswith("~$"):
        raise UnreadableWorkbookError(
            "lock_file",
            "The file is only the mark that Excel leaves beside an open workbook; load the workbook itself.",
        )
    return head


def _text_kind(head: bytes) -> str:
    """What kind of text it is, or that it is not known."""
    for encoding in ("utf-16" if head[:2] in {b"\xff\xfe", b"\xfe\xff"} else "utf-8-sig", "cp1252"):
        try:
            text = head.decode(encoding, "strict").lstrip() if encoding != "utf-8-sig" else _utf8(head)
            break
        except UnicodeDecodeError:
            continue
    else:
        return f"of a kind that is not known; {ORIGINAL}"
    if any(ord(letter) < 32 and letter not in "\t\r\n\f" for letter in text):
        return f"of a kind that is not known; {ORIGINAL}"
    if "schemas-microsoft-com:office:spreadsheet" in text or "office:document" in text:
        return f"an XML copy of one; {AS_XLSX}"
    if HTML.search(text) or text.startswith("MIME-Version:"):
        return f"a web page under a workbook's name; {AS_XLSX}"
    lines = [line for line in text.splitlines() if line.strip()]
    if sum(any(mark in line for mark in ",;\t|") for line in lines[:20]) * 2 > len(lines[:20]) > 1:
        return f"a text file of values (CSV), which keeps neither colours nor tabs; {ORIGINAL}"
    return f"plain text; {ORIGINAL}"


def _utf8(head: bytes) -> str:
    """Decoded but for a character that the last bytes cut through."""
    return head.decode("utf-8-sig", "strict" if len(head) < LOOK else "ignore").lstrip()


def is_open_document(container: Container) -> bool:
    """Whether a zip is an .ods rather than an .xlsx, by its parts; UnreadableWorkbookError when it is neither."""
    names = {name.replace("\\", "/").lstrip("/").casefold() for name in container.names}
    if "content.xml" in names and "mimetype" in names:
        _refuse_other_open_document(container)
        return True
    if any(name.endswith("workbook.bin") for name in names):
        raise UnreadableWorkbookError(
            "binary_workbook", f"The workbook is in Excel's binary format (.xlsb); {AS_XLSX}."
        )
    if "word/document.xml" in names:
        raise no_workbook(f"a Word document; {ORIGINAL}")
    if "ppt/presentation.xml" in names:
        raise no_workbook(f"a PowerPoint presentation; {ORIGINAL}")
    if "index/document.iwa" in names or "index.zip" in names:
        raise no_workbook("an Apple document; export it from Numbers as Excel (.xlsx), and load that")
    if "[content_types].xml" in names or "_rels/.rels" in names:
        return False
    if any(name.endswith((".xlsx", ".xlsm", ".xls", ".ods")) for name in names):
        raise no_workbook("an archive of workbooks; unpack it and load the folder")
    raise no_workbook(f"an archive; {ORIGINAL}")


def _refuse_other_open_document(container: Container) -> None:
    mimetype = b"".join(container.chunks("mimetype"))[:200].decode("ascii", "replace").strip()
    if not mimetype.startswith("application/vnd.oasis.opendocument.spreadsheet"):
        raise no_workbook(f"another OpenDocument file (a text or a drawing); {ORIGINAL}")


def refuse_other_ole(data: bytes) -> None:
    """UnreadableWorkbookError when an OLE container holds no workbook, by the names of its streams, or a locked one."""
    if not data.startswith(SIGNATURE):
        return
    file = CompoundFile(data)
    if any(name in file for name in LOCKED_STREAMS):
        raise encrypted()
    if "Workbook" in file or "Book" in file:
        return
    for name, what in DOCUMENTS_IN_OLE:
        if name in file:
            raise no_workbook(what)
    raise no_workbook(f"another kind of Office file; {ORIGINAL}")
