"""One glossary: what pages open is what README prints."""

from pathlib import Path

from arms_analytics.ui.glossary import MEANINGS, markup

README = (Path(__file__).parents[2] / "README.md").read_text(encoding="utf-8")


def test_readme_prints_the_list_that_pages_open():
    printed = README.partition("## Glossary")[2].partition("\n## ")[0]
    assert [line for line in printed.splitlines() if line.startswith("| ")][1:] == [
        f"| {word} | {meaning} |" for word, meaning in MEANINGS.items()
    ]


def test_words_are_in_the_order_of_the_alphabet_so_that_they_are_found():
    assert list(MEANINGS) == sorted(MEANINGS, key=str.casefold)


def test_the_list_is_closed_until_somebody_opens_it():
    assert markup().startswith("<details class")
    assert "<dt>SOMU</dt><dd>sex offender management unit</dd>" in markup()
