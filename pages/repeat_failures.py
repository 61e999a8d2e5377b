"""Repeat failures: the register, by a rule anyone can check and by how sure one may be; rows open their reviews."""

from arms_analytics.charts import register as charts
from arms_analytics.charts.repeat_failures import COLUMNS, group
from arms_analytics.findings import repeat_failures, runs
from arms_analytics.network import network
from arms_analytics.ui import data, fits, page, register, sidebar, take_away
from arms_analytics.ui.repeat_failures import next_step, offer
from arms_analytics.ui.words import count
from arms_analytics.vocabulary import STATUSES

ABOUT = "What fell below {grade} again: {rule}, and how sure one may be."

about = ABOUT.format(grade=network().grade_scale.pass_name, rule=repeat_failures.rule_in_words(network()))
with page.frame("Repeat failures", about):
    chosen = sidebar.choose(risk="none")
    quarter = chosen.one_quarter
    before = quarter.plus(-1)
    found = data.find(repeat_failures.find, network(), quarter, fits.fit(quarter), fits.fit(before))
    fits.wait_for(quarter, before)
    shown = register.narrowed(found[found["listed"]], chosen)
    counted = shown["status"].value_counts()
    top, away = page.top()
    with top:
        page.line(
            f"{chosen.force or 'All forces'}, {quarter.label}",
            *(f"{counted.get(status, 0)} {status}" for status in STATUSES),
            f"{count(int((shown['tier'] == 'watch').sum()), 'more', 'more')} to watch",
        )
    with away:
        take_away.findings("repeat_failure", chosen)
    if shown.empty:
        register.nothing(
            "Nothing here fails again, by the rule or by the model. Choose another force or quarter.", quarter
        )
    else:
        quarters = register.quarters(quarter, runs.SHOWN)
        grid = charts.of_findings(
            shown, data.find(runs.find, quarter), quarters, f"Repeat failures as of {quarter.label}", COLUMNS, group
        )
        register.show(
            grid, shown, quarter, "repeat_failure", lambda row: repeat_failures.explain(row, network()),
            lambda row: next_step(row, quarter), lambda about: offer(about, quarter),
        )  # fmt: skip
