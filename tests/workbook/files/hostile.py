"""Files made to do harm, each small on disk: what the reader must refuse or read at no cost."""

import io
import random
import struct
import zipfile
import zlib

MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
LINKS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
TYPES = (
    HEAD + '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
    '<Default Extension="xml" ContentType="application/xml"/></Types>'
)
LAST = 1_048_576


def relations(*targets):
    """A part's relations: (id, last word of the type, target)."""
    rows = (f'<Relationship Id="{key}" Type="{LINKS}/{kind}" Target="{target}"/>' for key, kind, target in targets)
    return (
        f'{HEAD}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
        f"{''.join(rows)}</Relationships>"
    )


def sheet(rows="", before="", after=""):
    """A worksheet part around the given rows."""
    return f'{HEAD}<worksheet xmlns="{MAIN}">{before}<sheetData>{rows}</sheetData>{after}</worksheet>'


def parts_of(sheet_part, styles=None, strings=None, more=None):
    """The parts of a workbook of one tab, "Cheshire"."""
    parts = {
        "[Content_Types].xml": TYPES,
        "_rels/.rels": relations(("rId1", "officeDocument", "xl/workbook.xml")),
        "xl/workbook.xml": f'{HEAD}<workbook xmlns="{MAIN}" xmlns:r="{LINKS}"><sheets>'
        '<sheet name="Cheshire" sheetId="1" r:id="rId1"/></sheets></workbook>',
        "xl/worksheets/sheet1.xml": sheet_part,
    }
    targets = [("rId1", "worksheet", "worksheets/sheet1.xml")]
    if styles is not None:
        parts["xl/styles.xml"] = f'{HEAD}<styleSheet xmlns="{MAIN}">{styles}</styleSheet>'
        targets.append(("rId2", "styles", "styles.xml"))
    if strings is not None:
        parts["xl/sharedStrings.xml"] = f'{HEAD}<sst xmlns="{MAIN}">{strings}</sst>'
        targets.append(("rId3", "sharedStrings", "sharedStrings.xml"))
    parts["xl/_rels/workbook.xml.rels"] = relations(*targets)
    return parts | (more or {})


def write(path, parts):
    """Zips parts (text or bytes) in order; stored as they are where packing would be too good to be true."""
    with zipfile.ZipFile(path, "w") as archive:
        for name, content in parts.items():
            data = content.encode() if isinstance(content, str) else content
            suspicious = (
                len(data) > 2**20 and len(data) > 150 * len(zlib.compress(data[: 2**20], 6)) * len(data) / 2**20
            )
            archive.writestr(name, data, zipfile.ZIP_STORED if suspicious else zipfile.ZIP_DEFLATED)
    return path


def inline(reference, text):
    return f'<c r="{reference}" t="inlineStr"><is><t>{text}</t></is></c>'


GREEN = (
    '<fills count="3"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill>'
    '<fill><patternFill patternType="solid"><fgColor rgb="FF00B050"/></patternFill></fill></fills>'
    '<cellXfs count="2"><xf fillId="0"/><xf fillId="2" applyFill="1"/></cellXfs>'
)
WORDS = f"<row r='1'>{inline('A1', 'Q1')}{inline('B1', 'Good')}</row>"


def bomb_of_one_sheet(path):
    """3 GB of spaces in one part, a few MB on disk."""
    block = b" " * (1 << 20)
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED, compresslevel=1) as archive:
        for name, content in parts_of("").items():
            if name != "xl/worksheets/sheet1.xml":
                archive.writestr(name, content)
        with archive.open("xl/worksheets/sheet1.xml", "w", force_zip64=True) as part:
            part.write(sheet().removesuffix("</worksheet>").encode())
            for _ in range(3 * 1024):
                part.write(block)
            part.write(b"</worksheet>")


def bomb_by_its_directory(path):
    """Forty parts that claim 20 MB each; nothing needs to be unzipped to refuse them."""
    claim(path, {f"xl/media/image{n}.xml": random.Random(n).randbytes(1 << 17) for n in range(40)}, 20 << 20)


def part_too_large(path):
    claim(path, {"xl/media/image1.xml": random.Random(1).randbytes(1 << 20)}, 3 << 30)


def claim(path, more, size):
    """A workbook whose further parts claim in the directory to unzip to `size` bytes."""
    write(path, parts_of(sheet(WORDS), more=more))
    data = bytearray(path.read_bytes())
    directory = data.index(b"PK\1\2")
    for name in more:
        struct.pack_into("<I", data, data.index(name.encode(), directory) - 46 + 24, size)
    path.write_bytes(data)


def too_many_parts(path):
    write(path, parts_of(sheet(WORDS), more={f"xl/media/{n}.xml": "x" for n in range(3_000)}))


def overlapping_parts(path):
    """Many directory entries that quote one compressed body, as in Fifield's bomb."""
    body = zlib.compressobj(9, zlib.DEFLATED, -15)
    packed = body.compress(b"0" * (1 << 20)) + body.flush()
    check = zlib.crc32(b"0" * (1 << 20))
    names = [f"xl/worksheets/sheet{n}.xml".encode() for n in range(1, 250)]
    fields = struct.pack("<HHHHHIIIHH", 20, 0, 8, 0, 0, check, len(packed), 1 << 20, len(names[0]), 0)
    local = b"PK\3\4" + fields + names[0] + packed
    directory = b""
    for name in names:
        fields = struct.pack(
            "<HHHHHHIIIHHHHHII", 20, 20, 0, 8, 0, 0, check, len(packed), 1 << 20, len(name), 0, 0, 0, 0, 0, 0
        )
        directory += b"PK\1\2" + fields + name
    end = struct.pack("<HHHHIIH", 0, 0, len(names), len(names), len(directory), len(local), 0)
    path.write_bytes(local + directory + b"PK\5\6" + end)


def twice_the_same_part(path):
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts_of(sheet(WORDS)).items():
            archive.writestr(name, content)
        archive.writestr("XL/Worksheets/Sheet1.xml", sheet(f"<row r='1'>{inline('A1', 'Other')}</row>"))


def lying_size(path):
    """A part whose directory entry says it is small."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts_of(sheet(WORDS + " " * (40 << 20))).items():
            archive.writestr(name, content)
    data = bytearray(out.getvalue())
    at = data.index(b"xl/worksheets/sheet1.xml", data.index(b"PK\1\2")) - 46
    struct.pack_into("<I", data, at + 24, 5_000)
    path.write_bytes(data)


def billion_laughs(path):
    lol = "".join(f'<!ENTITY l{n} "{f"&l{n - 1};" * 10}">' for n in range(1, 10))
    part = sheet(f"<row r='1'>{inline('A1', '&l9;')}</row>").replace(
        "<worksheet", f'<!DOCTYPE w [<!ENTITY l0 "lol">{lol}]><worksheet', 1
    )
    write(path, parts_of(part))


def external_entity(path):
    part = sheet(f"<row r='1'>{inline('A1', '&e;')}</row>").replace(
        "<worksheet", '<!DOCTYPE w [<!ENTITY e SYSTEM "file:///etc/passwd">]><worksheet', 1
    )
    write(path, parts_of(part))


def deep_nesting(path):
    write(path, parts_of(sheet(WORDS, after="<a>" * 400_000)))


def deep_nesting_of_cells(path):
    write(path, parts_of(sheet("<row r='1'>" + "<c>" * 400_000)))


def a_million_merged_areas(path):
    merged = "".join(f'<mergeCell ref="A{row}:B{row}"/>' for row in range(1, 1_000_001))
    write(path, parts_of(sheet(WORDS, after=f"<mergeCells>{merged}</mergeCells>")))


def merged_areas_over_everything(path):
    merged = "".join(f'<mergeCell ref="A1:XFD{row}"/>' for row in range(2, 40_000))
    rows = "".join(f"<row r='{row}'><c r='A{row}'><v>1</v></c></row>" for row in range(1, 60_000))
    write(path, parts_of(sheet(rows, after=f"<mergeCells>{merged}</mergeCells>")))


def a_million_conditional_formats(path):
    rule = '<cfRule type="cellIs" dxfId="0" priority="{0}" operator="equal"><formula>"Good"</formula></cfRule>'
    formats = "".join(
        f'<conditionalFormatting sqref="B{n}">{rule.format(n)}</conditionalFormatting>' for n in range(1, 400_000)
    )
    write(path, parts_of(sheet(WORDS, after=formats), styles=GREEN + DXF))


DXF = '<dxfs count="1"><dxf><fill><patternFill><bgColor rgb="FFFFC000"/></patternFill></fill></dxf></dxfs>'


def conditional_formats_over_everything(path):
    rule = '<cfRule type="expression" dxfId="0" priority="{0}"><formula>COUNTIF($A:$XFD,A1)&gt;{0}</formula></cfRule>'
    formats = "".join(
        f'<conditionalFormatting sqref="A1:XFD1048576">{rule.format(n)}</conditionalFormatting>'
        for n in range(1, 9_000)
    )
    rows = "".join(f"<row r='{row}'><c r='A{row}'><v>{row}</v></c></row>" for row in range(1, 5_000))
    write(path, parts_of(sheet(rows, after=formats), styles=GREEN + DXF))


def a_slow_formula(path):
    formula = "+".join(["LEN(A1)"] * 1_000)
    rule = f'<cfRule type="expression" dxfId="0" priority="1"><formula>{formula}&gt;5</formula></cfRule>'
    rows = "".join(f"<row r='{row}'><c r='A{row}'><v>{row}</v></c></row>" for row in range(1, 50_000))
    after = f'<conditionalFormatting sqref="A1:A50000">{rule}</conditionalFormatting>'
    write(path, parts_of(sheet(rows, after=after), styles=GREEN + DXF))


def a_nested_formula(path):
    formula = "(" * 4_000 + "1" + ")" * 4_000
    rule = f'<cfRule type="expression" dxfId="0" priority="1"><formula>{formula}</formula></cfRule>'
    after = f'<conditionalFormatting sqref="A1:B2">{rule}</conditionalFormatting>'
    write(path, parts_of(sheet(WORDS, after=after), styles=GREEN + DXF))


def a_wildcard_that_runs_wild(path):
    pattern = "*a" * 120 + "b"
    rule = f'<cfRule type="expression" dxfId="0" priority="1"><formula>SEARCH("{pattern}",A1)&gt;0</formula></cfRule>'
    rows = "".join(f"<row r='{row}'>{inline(f'A{row}', 'a' * 30_000 + str(row))}</row>" for row in range(1, 300))
    after = f'<conditionalFormatting sqref="A1:A300">{rule}</conditionalFormatting>'
    write(path, parts_of(sheet(rows, after=after), styles=GREEN + DXF))


def huge_shared_strings(path):
    write(path, parts_of(sheet(WORDS), strings=f"<si><t>{'x' * (6 << 20)}</t></si>"))


def many_shared_strings(path):
    strings = "".join(f"<si><t>{n:x}é</t></si>" for n in range(2_500_000))
    write(path, parts_of(sheet(WORDS), strings=strings))


def wide_shared_strings(path):
    """Characters beyond the sixteen-bit plane make every character of a text cost four bytes."""
    text = "x" * 30_000 + "\N{PARTY POPPER}"
    write(path, parts_of(sheet(WORDS), strings=f"<si><t>{text}</t></si>" * 2_000))


def millions_of_styles(path):
    write(path, parts_of(sheet(WORDS), styles="<cellXfs>" + '<xf fillId="2"/>' * 300_000 + "</cellXfs>"))


def millions_of_fills(path):
    fill = '<fill><patternFill patternType="solid"><fgColor rgb="FF00B050"/></patternFill></fill>'
    write(path, parts_of(sheet(WORDS), styles=f"<fills>{fill * 150_000}</fills>"))


def a_million_bordered_rows(path):
    rows = WORDS + "".join(f'<row r="{row}"><c r="A{row}" s="1"/></row>' for row in range(2, LAST + 1))
    write(path, parts_of(sheet(rows), styles=GREEN.replace('fillId="2"', 'fillId="0" borderId="1"')))


def a_million_painted_rows(path):
    rows = WORDS + "".join(f'<row r="{row}"><c r="A{row}" s="1"/></row>' for row in range(2, LAST + 1))
    write(path, parts_of(sheet(rows), styles=GREEN))


def a_million_hidden_rows(path):
    rows = WORDS + "".join(f'<row r="{row}" hidden="1"/>' for row in range(2, LAST + 1))
    write(path, parts_of(sheet(rows)))


def a_million_formatted_rows(path):
    rows = WORDS + "".join(f'<row r="{row}" s="1" customFormat="1"/>' for row in range(2, LAST + 1))
    write(path, parts_of(sheet(rows), styles=GREEN))


def whole_columns_painted(path):
    columns = '<cols><col min="1" max="16384" width="9" style="1"/></cols>'
    write(path, parts_of(sheet(WORDS, before=columns), styles=GREEN))


def a_word_at_the_far_corner(path):
    rows = WORDS + f"<row r='{LAST}'>{inline(f'XFD{LAST}', 'stray')}</row>"
    columns = '<cols><col min="1" max="16384" width="9" style="1"/></cols>'
    write(path, parts_of(sheet(rows, before=columns), styles=GREEN))


def a_diagonal_of_words(path):
    columns = '<cols><col min="1" max="16384" width="9" style="1"/></cols>'
    rows = "".join(f"<row r='{n}'>{inline(f'{letters(n)}{n}', 'x')}</row>" for n in range(1, 16_385))
    write(path, parts_of(sheet(rows, before=columns), styles=GREEN))


def letters(column):
    name = ""
    while column:
        column, rest = divmod(column - 1, 26)
        name = chr(65 + rest) + name
    return name


def millions_of_values(path):
    row = "".join(f"<c><v>{n}</v></c>" for n in range(100))
    write(path, parts_of(sheet(f"<row>{row}</row>" * 20_000)))


def a_different_word_in_every_cell(path):
    rows = (
        f"<row r='{n}'>{''.join(inline(f'{letters(c)}{n}', f'A{n}-{c}') for c in range(1, 21))}</row>"
        for n in range(1, 5_001)
    )
    write(path, parts_of(sheet("".join(rows))))


def one_endless_attribute(path):
    write(path, parts_of(sheet(f'<row r="1" spans="{"1" * (6 << 20)}"/>')))


def one_endless_comment(path):
    write(path, parts_of(sheet(f"<!--{'<' * (6 << 20)}-->" + WORDS)))


def endless_noise(path):
    noise = random.Random(1).randbytes(4 << 20)
    path.write_bytes(b"PK\3\4" + noise)


def endless_relations(path):
    rows = "".join(
        f'<Relationship Id="r{n}" Type="{LINKS}/comments" Target="../comments1.xml"/>' for n in range(200_000)
    )
    listing = (
        f'<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">{rows}</Relationships>'
    )
    comment = f'<comments xmlns="{MAIN}"><commentList><comment ref="A1"><text><t>{"x" * 10_000}</t></text></comment>'
    more = {
        "xl/worksheets/_rels/sheet1.xml.rels": listing,
        "xl/comments1.xml": comment + "</commentList></comments>",
    }
    write(path, parts_of(sheet(WORDS), more=more))


def one_sheet_a_thousand_times(path):
    """Every tab leads to the same large part."""
    parts = parts_of(sheet("".join(f"<row r='{n}'><c r='A{n}'><v>1</v></c></row>" for n in range(1, 20_000))))
    tabs = "".join(f'<sheet name="Tab {n}" sheetId="{n}" r:id="rId1"/>' for n in range(1, 1_000))
    parts["xl/workbook.xml"] = f'<workbook xmlns="{MAIN}" xmlns:r="{LINKS}"><sheets>{tabs}</sheets></workbook>'
    write(path, parts)


ODS_HEAD = (
    '<office:document-content xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" '
    'xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0" '
    'xmlns:style="urn:oasis:names:tc:opendocument:xmlns:style:1.0" '
    'xmlns:fo="urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0" '
    'xmlns:dc="http://purl.org/dc/elements/1.1/" '
    'xmlns:calcext="urn:org:documentfoundation:names:experimental:calc:xmlns:calcext:1.0" '
    'xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0">'
)


def ods_parts(table, styles=""):
    """The parts of an .ods of one tab, "Cheshire"."""
    content = (
        f"{HEAD}{ODS_HEAD}<office:automatic-styles>{styles}</office:automatic-styles><office:body><office:spreadsheet>"
        f'<table:table table:name="Cheshire">{table}</table:table>'
        "</office:spreadsheet></office:body></office:document-content>"
    )
    return {"mimetype": "application/vnd.oasis.opendocument.spreadsheet", "content.xml": content}


def ods_row(cell, text="", repeat=1):
    """A row of one cell with these attributes."""
    words = f"<text:p>{text}</text:p>" if text else ""
    return (
        f'<table:table-row table:number-rows-repeated="{repeat}">'
        f"<table:table-cell {cell}>{words}</table:table-cell></table:table-row>"
    )


def ods_cyclic_styles(path):
    styles = (
        '<style:style style:name="a" style:family="table-cell" style:parent-style-name="b"/>'
        '<style:style style:name="b" style:family="table-cell" style:parent-style-name="a"/>'
    )
    write(path, ods_parts(ods_row('table:style-name="a"', "Q1"), styles))


def ods_repeated_words(path):
    write(path, ods_parts(ods_row('table:number-columns-repeated="16384"', "x", LAST)))


ODS_GREEN = (
    '<style:style style:name="g" style:family="table-cell">'
    '<style:table-cell-properties fo:background-color="#00b050"/></style:style>'
)
PAINTED = 'table:style-name="g" table:number-columns-repeated="16384"'


def ods_repeated_paint(path):
    write(path, ods_parts(ods_row("", "Q1") + ods_row(PAINTED, repeat=LAST), ODS_GREEN))


def ods_painted_runs_over_words(path):
    words = ods_row('table:number-columns-repeated="10"', "x")
    write(path, ods_parts(words * 20_000 + ods_row(PAINTED, repeat=9) * 100_000, ODS_GREEN))


FILES = {
    name: maker
    for name, maker in list(globals().items())
    if hasattr(maker, "__code__") and maker.__code__.co_varnames[: maker.__code__.co_argcount] == ("path",)
}
SLOW_TO_MAKE = {
    "bomb_of_one_sheet", "wide_shared_strings", "many_shared_strings", "millions_of_values", "endless_relations",
    "a_million_conditional_formats", "a_million_formatted_rows", "a_million_hidden_rows", "a_million_painted_rows",
    "ods_painted_runs_over_words", "a_million_merged_areas", "a_slow_formula",
}  # fmt: skip
"""Left to the long repetitions; others of their kind are tried every time."""
