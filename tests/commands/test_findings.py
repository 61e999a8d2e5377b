"""`findings` as a script meets it."""

import csv
import io
import json
import shutil

import pytest

from arms_analytics.commands import main
from arms_analytics.findings.listing import KEYS
from arms_analytics.store.records import AnswerKey, open_records
from arms_analytics.vocabulary import Quarter
from tests.store.readings import make_reading, store


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    """Two quarters in which everything is inadequate, then two in which everything is good."""
    folder = tmp_path_factory.mktemp("findings") / "store"
    for quarter, grade in ((1, "inadequate"), (2, "inadequate"), (3, "good"), (4, "good")):
        store(folder, make_reading(quarter=Quarter(2025, quarter), grade=grade))
    return folder


def listed(folder, capsys, *arguments):
    assert main(["findings", "--database", str(folder), *arguments]) == 0
    return json.loads(capsys.readouterr().out)["findings"]


def test_json_has_every_key_and_the_latest_quarter(folder, capsys):
    found = listed(folder, capsys)
    assert found and all(list(finding) == list(KEYS) for finding in found)
    assert {finding["quarters"][-1] for finding in found} == {"2025-26-Q4"}


def test_a_quarter_is_shown_with_what_was_known_up_to_it(folder, capsys):
    then = listed(folder, capsys, "--quarter", "2025-26-Q2", "--kind", "repeat_failure")
    assert then and {finding["status"] for finding in then} == {"new"}
    assert all(finding["probability"] is None and finding["failures"] == finding["reviews"] for finding in then)
    assert listed(folder, capsys, "--quarter", "2025-26-Q1", "--kind", "repeat_failure") == []
    assert listed(folder, capsys, "--quarter", "2024-25-Q1") == []


def test_csv_has_the_same_findings(folder, capsys):
    assert main(["findings", "--database", str(folder), "--format", "csv"]) == 0
    rows = list(csv.DictReader(io.StringIO(capsys.readouterr().out)))
    found = listed(folder, capsys)
    assert [row["explanation"] for row in rows] == [finding["explanation"] for finding in found]
    assert rows[0]["quarters"].split() == found[0]["quarters"]


def test_the_fits_are_kept_beside_the_snapshots(folder, capsys):
    listed(folder, capsys)
    names = sorted(path.name for path in (folder / "fits").iterdir())
    assert names and all(name.startswith("fit-000004-r") for name in names)


def test_a_clarified_grade_counts(tmp_path, capsys):
    folder = tmp_path / "store"
    for quarter in (1, 2):
        store(folder, make_reading(quarter=Quarter(2025, quarter), grade="inadequate"))
    before = listed(folder, capsys, "--kind", "repeat_failure")
    records = open_records(folder)
    key = AnswerKey("Cumbria", Quarter(2025, 2).index, "Cu/high", "Q02")
    records.moderations.clarify(key, "inadequate", "good", "Seen again at the meeting.", "Chair")
    records.close()
    after = listed(folder, capsys, "--kind", "repeat_failure")
    assert sum(finding["failures"] for finding in before) == sum(finding["failures"] for finding in after) + 1


def test_a_quarter_that_is_none_is_refused_in_a_sentence(folder, capsys):
    with pytest.raises(SystemExit) as ended:
        main(["findings", "--database", str(folder), "--quarter", "Q1"])
    assert ended.value.code == 2 and "Write it like 2025-26-Q1" in capsys.readouterr().err


def test_nothing_loaded_says_so(tmp_path, capsys):
    assert main(["findings", "--database", str(tmp_path / "store")]) == 1
    assert "Nothing has been loaded" in capsys.readouterr().err


def test_a_load_leaves_the_fits_that_the_first_page_will_ask_for(folder, tmp_path, capsys):
    from arms_analytics.commands.fitted import fitted

    copy = tmp_path / "store"
    shutil.copytree(folder, copy, ignore=shutil.ignore_patterns("fits"))
    fitted(copy)
    assert sorted(path.name.split("-q")[1] for path in (copy / "fits").iterdir()) == ["8102.npz", "8103.npz"]
    assert capsys.readouterr().err == ""


def test_where_no_fit_can_be_kept_the_load_still_stands(folder, tmp_path, capsys):
    from arms_analytics.commands.fitted import fitted

    copy = tmp_path / "store"
    shutil.copytree(folder, copy, ignore=shutil.ignore_patterns("fits"))
    (copy / "fits").write_text("in the way")
    fitted(copy)
    assert listed(copy, capsys) == listed(folder, capsys)


def test_when_every_load_was_taken_back_there_are_no_findings(tmp_path, capsys):
    folder = tmp_path / "store"
    store(folder, make_reading())
    assert main(["undo", "1", "--database", str(folder)]) == 0
    capsys.readouterr()
    assert listed(folder, capsys) == []
