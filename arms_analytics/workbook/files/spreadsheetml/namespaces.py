"""The namespaces of SpreadsheetML's parts, each a tuple where it has a transitional and a "Strict" form."""

MAIN = (
    "http://schemas.openxmlformats.org/spreadsheetml/2006/main",
    "http://purl.oclc.org/ooxml/spreadsheetml/main",
)
DRAWING = (
    "http://schemas.openxmlformats.org/drawingml/2006/main",
    "http://purl.oclc.org/ooxml/drawingml/main",
)
LINKS = (
    "http://schemas.openxmlformats.org/officeDocument/2006/relationships",
    "http://purl.oclc.org/ooxml/officeDocument/relationships",
)
RELATIONS = "http://schemas.openxmlformats.org/package/2006/relationships"
EXTENSION = "http://schemas.microsoft.com/office/spreadsheetml/2009/9/main"
FORMULAS = "http://schemas.microsoft.com/office/excel/2006/main"
THREADED = ("http://schemas.microsoft.com/office/spreadsheetml/2018/threadedcomments",)
