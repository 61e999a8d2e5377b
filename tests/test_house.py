"""The house keeps its own rules: every stem has its test, every page its line, every document and command is there."""

import ast
import re
from pathlib import Path

import pytest

from arms_analytics.commands import COMMANDS
from arms_analytics.ui.navigation import PAGES

ROOT = Path(__file__).resolve().parent.parent
PACKAGE = ROOT / "arms_analytics"
DOCUMENTS = [ROOT / "README.md", *sorted((ROOT / "docs").rglob("*.md"))]
OUTER = ("arms_analytics", "pages", "benchmarks", "installer", "tests")
MODULES = [*ROOT.glob("*.py"), *(path for room in OUTER for path in (ROOT / room).rglob("*.py"))]
FORBIDDEN = {"assessor", "criterion", "rag", "params", "helper", "helpers", "utils", "manager"}
"""Words for which the glossary has another, and words that name nothing."""
STEMS = [path for path in sorted((PACKAGE / "findings").glob("*.py")) if path.with_suffix(".sql").exists()]
"""Findings that ask a query of their own."""


def test_each_module_says_its_one_reason_first():
    silent = [path for path in MODULES if not ast.get_docstring(ast.parse(path.read_text("utf-8")))]
    assert MODULES and not silent, "begin each with a sentence of what it is there for, in the words of the field"


@pytest.mark.parametrize("query", sorted((PACKAGE / "findings").glob("*.sql")), ids=lambda path: path.stem)
def test_each_query_says_its_grain_first(query):
    first = query.read_text(encoding="utf-8").splitlines()[0]
    assert first.startswith("-- Grain: one row"), f"{query.name} begins with: {first}"


@pytest.mark.parametrize("query", sorted((PACKAGE / "findings").glob("*.sql")), ids=lambda path: path.stem)
def test_each_query_is_asked_by_the_finding_of_its_name_or_by_another(query):
    asked = [path for path in (PACKAGE / "findings").glob("*.py") if f'"{query.stem}"' in path.read_text("utf-8")]
    assert asked


@pytest.mark.parametrize("finding", STEMS, ids=lambda path: path.stem)
def test_each_finding_has_its_test(finding):
    test = ROOT / "tests" / "findings" / f"test_{finding.stem}.py"
    assert test.exists(), f"write {test.relative_to(ROOT)}: the finding against a slow, obvious twin"


@pytest.mark.parametrize("finding", STEMS, ids=lambda path: path.stem)
def test_each_finding_that_is_put_into_words_says_from_when(finding):
    """Whatever has a function `explain` speaks to people."""
    said = re.search(r"^def explain\(", finding.read_text("utf-8"), re.MULTILINE)
    methods = (ROOT / "docs" / "methods.md").read_text("utf-8")
    table = methods[methods.index("## What is said, and from when") : methods.index("Below that the program says")]
    missing = said and f"| `{finding.stem}` |" not in table
    assert not missing, f"say in the first table of docs/methods.md from how many reviews `{finding.stem}` says what"


def test_each_page_has_its_line_and_each_line_its_page():
    lacking = {path.stem for path in (ROOT / "pages").glob("*.py")} ^ {listed.stem for listed in PAGES}
    assert not lacking, f"a page is a file in pages/ and a line in arms_analytics/ui/navigation.py: {lacking}"


@pytest.mark.parametrize("listed", PAGES, ids=lambda listed: listed.stem)
def test_each_page_has_its_test(listed):
    test = ROOT / "tests" / "ui" / f"test_{listed.stem}_page.py"
    assert test.exists(), f"write {test.relative_to(ROOT)}: the page on a small region"


@pytest.mark.parametrize("listed", PAGES, ids=lambda listed: listed.stem)
def test_each_page_is_in_the_guide_of_whoever_it_is_for(listed):
    guides = "\n".join(path.read_text("utf-8") for path in (ROOT / "docs" / "guide").glob("*.md"))
    assert f"**{listed.title}**" in guides, f"say in a guide under docs/guide what **{listed.title}** is for"


def test_each_chart_is_called_as_what_it_draws():
    drawn = {path.stem for path in [*(PACKAGE / "findings").glob("*.py"), *(ROOT / "pages").glob("*.py")]}
    shared = {"__init__", "grid", "heads", "palette", "register", "text"}
    called = {path.stem for path in (PACKAGE / "charts").glob("*.py")} - shared
    assert not called - drawn, "a chart has its finding's name, or its page's: one question is one stem"


def test_a_page_has_no_function_of_its_own():
    for path in (ROOT / "pages").glob("*.py"):
        made = [node for node in ast.walk(ast.parse(path.read_text("utf-8"))) if isinstance(node, ast.FunctionDef)]
        assert not made, f"{path.name} composes; {made[0].name} belongs elsewhere"


@pytest.mark.parametrize("document", DOCUMENTS, ids=lambda path: str(path.relative_to(ROOT)))
def test_each_link_of_a_document_leads_somewhere(document):
    for link in re.findall(r"\]\(([^)#]+)", document.read_text("utf-8")):
        if not link.startswith("http"):
            assert (document.parent / link).exists(), link


@pytest.mark.parametrize("document", DOCUMENTS, ids=lambda path: str(path.relative_to(ROOT)))
def test_each_module_that_a_document_names_by_its_file_is_there(document):
    """Whole or from some folder on; *lateness* is the analysis that nobody has written yet."""
    files = [path.as_posix() for path in (*MODULES, *PACKAGE.rglob("*.sql"))]
    named = re.findall(r"`([\w/]+\.(?:py|sql))\b", document.read_text("utf-8"))
    missing = {name for name in named if not any(path.endswith(f"/{name}") for path in files)}
    assert not {name for name in missing if "lateness" not in name}


@pytest.mark.parametrize("room", [path.stem for path in PACKAGE.iterdir() if not path.stem.startswith("_")])
def test_each_room_is_in_the_way_of_the_data_or_beside_it(room):
    readme = (ROOT / "README.md").read_text("utf-8")
    told = readme[readme.index("## The way of the data") : readme.index("## Glossary")]
    assert re.search(rf"`(arms_analytics/)?{room}(/|\.py)", told), f"say in README what {room} is for"


def test_each_test_that_a_document_names_is_there():
    named = [
        name
        for document in DOCUMENTS
        for name in re.findall(r"`(tests/[\w/]+\.py)::(\w+)`", document.read_text("utf-8"))
    ]
    assert named
    assert not [name for name in named if f"def {name[1]}(" not in (ROOT / name[0]).read_text("utf-8")]


def test_each_module_that_reads_workbooks_is_in_the_document_of_reading():
    document = (ROOT / "docs" / "reading.md").read_text("utf-8")
    modules = [path for path in (PACKAGE / "workbook").rglob("*.py") if path.stem != "__init__"]
    missing = [path for path in modules if not re.search(rf"`([\w/]+/)?{path.stem}(\.py)?`", document)]
    assert modules and not missing, "say in a table of docs/reading.md what each is for"


@pytest.mark.parametrize("pinned", ["requirements.txt", "requirements-test.txt"])
def test_each_pinned_package_has_its_hash(pinned):
    entries = re.split(r"\n(?=\S)", (ROOT / pinned).read_text("utf-8").strip())
    assert entries
    assert not [entry for entry in entries if "==" not in entry or "--hash=sha256:" not in entry]


@pytest.mark.parametrize("needed", ["requirements.in", "requirements-test.in"])
def test_each_dependency_has_its_reason(needed):
    lines = (ROOT / needed).read_text("utf-8").splitlines()
    names = [re.split(r"[<=>\[ ]", line)[0] for line in lines if line[:1].isalpha()]
    reasons = (ROOT / "docs" / "decisions.md").read_text("utf-8")
    assert names
    assert not [name for name in names if not re.search(rf"\| [^|]*\b{name}\b[^|]* \|", reasons)]


def test_each_command_is_in_the_documents():
    words = "\n".join(document.read_text("utf-8") for document in DOCUMENTS)
    assert not [command for command in COMMANDS if not re.search(rf"\b{command}\b", words)]


def test_no_name_uses_a_word_for_which_the_glossary_has_another():
    found = []
    for path in PACKAGE.rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            names = []
            if isinstance(node, ast.FunctionDef | ast.ClassDef):
                names.append(node.name)
            elif isinstance(node, ast.arg):
                names.append(node.arg)
            elif isinstance(node, ast.Name) and isinstance(node.ctx, ast.Store):
                names.append(node.id)
            found += [f"{path.name}: {name}" for name in names if FORBIDDEN & set(name.lower().split("_"))]
    assert not found
