"""The meeting, one screen at a time: the region, each force in turn, practice to share, actions.

Large type, nothing to scroll at 1920x1080, no navigation in view. The address names the screen.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from html import escape
from pathlib import Path

import pandas as pd
import streamlit as st

from arms_analytics.charts import heatmap as charts
from arms_analytics.charts.heads import force_heads, question_heads
from arms_analytics.exports.quotes import worth_reading_out
from arms_analytics.finding_rows import lines
from arms_analytics.findings import promising_practice, repeat_failures
from arms_analytics.findings.evidence import reviews_behind
from arms_analytics.findings.heatmap import count_by
from arms_analytics.findings.sentences import listed
from arms_analytics.network import network
from arms_analytics.ui import (
    action_list,
    actions,
    cell_table,
    data,
    evidence,
    fits,
    moderation,
    navigation,
    records,
    selection,
    take_away,
)
from arms_analytics.ui.key import badge
from arms_analytics.ui.words import count
from arms_analytics.vocabulary import STATUSES, Quarter, Selection, in_100, said_risk

REGION, PRACTICE, ACTIONS = "The region", "Promising practice", "Actions"
MOST = 5
"""Findings that fit on a screen; the rest is one page away."""
STYLE = f"<style>{Path(__file__).with_suffix('.css').read_text(encoding='utf-8')}</style>"


def choose_quarter() -> Quarter:
    """The quarter of the address, the latest otherwise."""
    asked = selection.read(st.query_params, selection.choices()).quarter
    assert asked
    selection.show(Selection(quarter=asked))
    return asked


def screens(quarter: Quarter) -> list[str]:
    """The screens in their order: the region, each force of the network or of this quarter, practice, actions."""
    answers = data.find(reviews_behind, Selection(quarter=quarter))
    forces = network().in_order([*network().member_names, *answers["reviewed_force"]])
    return [REGION, *forces, PRACTICE, ACTIONS]


def turn_pages(names: Sequence[str], quarter: Quarter) -> str:
    """The buttons and arrow keys that go from screen to screen; which one is shown."""
    st.html(STYLE)
    now = selection.parameter("screen", {name: name for name in names}, names[0])
    place = names.index(now)
    back, title, forth, leave = st.columns([1, 6, 1, 1.2], vertical_alignment="center")
    back.button(
        "Previous", shortcut="Left", disabled=place == 0, width="stretch", key="previous",
        on_click=lambda: selection.change(screen=names[place - 1]),
    )  # fmt: skip
    where = f"<strong>{escape(now)}</strong> · {place + 1} of {len(names)}"
    title.html(f'<p class="arms-screen">{where} <small>{escape(_about(now, quarter))}</small></p>')
    forth.button(
        "Next", shortcut="Right", disabled=place == len(names) - 1, width="stretch", key="next",
        on_click=lambda: selection.change(screen=names[place + 1]),
    )  # fmt: skip
    if leave.button("Leave the meeting", width="stretch", key="leave"):
        st.switch_page(navigation.PAGES[0].path, query_params=selection.travelling())
    return now


def _about(screen: str, quarter: Quarter) -> str:
    """The quarter, and what the numbers of the region count."""
    below = network().grade_scale.pass_name
    return f"{quarter.label}: how many reviews fell below {below}" if screen == REGION else quarter.label


def show(screen: str, quarter: Quarter) -> None:
    """One screen."""
    if screen == REGION:
        _region(quarter)
    elif screen == PRACTICE:
        _practice(quarter)
    elif screen == ACTIONS:
        _actions(quarter)
    else:
        _force(screen, quarter)


def _region(quarter: Quarter) -> None:
    counts = data.find(count_by, "question", "force", Selection(quarter=quarter))
    offered = selection.choices()
    forces = screens(quarter)[1:-2]
    grid = charts.of_counts(
        counts, question_heads(offered.questions), force_heads(forces),
        _about(REGION, quarter), "Question", total=True,
    )  # fmt: skip
    cell_table.show(grid, key="presented", chosen=None, on_choose=_to_force)


def _to_force(key: str | None) -> None:
    force = (key or "").partition("~")[2]
    if force in selection.choices().forces:
        selection.change(screen=force)


def _force(force: str, quarter: Quarter) -> None:
    answers = data.find(reviews_behind, Selection(quarter=quarter, force=force))
    before = quarter.plus(-1)
    found = data.find(repeat_failures.find, network(), quarter, fits.fit(quarter), fits.fit(before))
    flags = found[(found["reviewed_force"] == force) & found["status"].isin(STATUSES)]
    reviews, words, act = st.columns([3, 4, 2.5], gap="large")
    with reviews:
        st.html(f'<div class="arms-present">{_reviews(answers, quarter)}{_flags(flags, quarter)}</div>')
        fits.wait_for(quarter, before)
    with words:
        st.html(f'<div class="arms-present">{_quotes(answers, list(flags["question_id"]))}</div>')
    with act:
        if not answers.empty:
            _clarify(answers, list(flags["question_id"]), force, quarter)


def _reviews(answers: pd.DataFrame, quarter: Quarter) -> str:
    if answers.empty:
        return f"<h2>Its reviews</h2><p>No review of {escape(quarter.label)} has come yet.</p>"
    reviews = answers.drop_duplicates("review_id")
    by = listed(sorted({str(name) for name in reviews["reviewing_force"].dropna()})) or "a force that is not stated"
    items = []
    for _, boxes in answers.groupby("review_id", sort=False):
        first = boxes.iloc[0]
        risk = said_risk(first["risk_level"])
        grades = boxes["grade"].value_counts()
        counted = " ".join(
            badge(grade.key, f"{grades[grade.key]} {grade.letter}")
            for grade in network().grade_scale
            if grades.get(grade.key)
        )
        items.append(f"<li>{escape(risk)} <small>{escape(first['review_ref'])}</small><br>{counted}</li>")
    return f"<h2>{count(len(reviews), 'review')}, by {escape(by)}</h2><ul>{''.join(items)}</ul>"


def _flags(flags: pd.DataFrame, quarter: Quarter) -> str:
    if flags.empty:
        too_early = "Too early to say: it takes more than one quarter."
        none = too_early if selection.is_first(quarter) else "None is flagged, and none was a quarter ago."
        return f"<h2>Repeat failures</h2><p>{none}</p>"
    items, below = [], f"below {network().grade_scale.pass_name}"
    for row in list(lines(flags))[:MOST]:
        sure = "" if pd.isna(row.probability) else f", {in_100(row.probability)}"
        sure += ", rule still met" if row.status == "cleared" and row.rule_met else ""
        items.append(
            f"<li><strong>{row.status.capitalize()}</strong>: {escape(row.question_id)} {escape(row.short)} "
            f"<small>{row.failures} of {row.reviews} {below} in the year{escape(sure)}</small></li>"
        )
    more = f"<p><small>and {len(flags) - MOST} more</small></p>" if len(flags) > MOST else ""
    return f"<h2>Repeat failures</h2><ul>{''.join(items)}</ul>{more}"


def _quotes(answers: pd.DataFrame, flagged: Sequence[str]) -> str:
    told = worth_reading_out(answers, flagged) if not answers.empty else answers
    if told.empty:
        return ""
    quotes = "".join(
        f"<blockquote>{badge(row.grade)} {escape(_short(row.question_id))}<br>{escape(row.feedback)}</blockquote>"
        for row in lines(told)
    )
    return f"<h2>Words worth reading out</h2>{quotes}"


def _short(question_id: str) -> str:
    question = selection.choices().question(question_id)
    return f"{question_id} {question.short}" if question else question_id


def _clarify(answers: pd.DataFrame, flagged: Sequence[str], force: str, quarter: Quarter) -> None:
    """On the spot: a grade clarified or disputed, an action recorded. The questions that are flagged come first."""
    known = list(dict.fromkeys(answers["question_id"]))
    first = [question_id for question_id in flagged if question_id in known]
    asked = {question_id: _short(question_id) for question_id in dict.fromkeys([*first, *known])}
    question_id = st.selectbox(
        "Question to clarify, or to act on", list(asked), format_func=lambda key: asked[key], key=f"clarified_{force}"
    )
    moderation.offer(answers[answers["question_id"] == question_id])
    finding = "repeat_failure" if question_id in flagged else ""
    actions.record(Selection(quarter=quarter, force=force, question_id=question_id), finding, key="present_action")


def _practice(quarter: Quarter) -> None:
    before = quarter.plus(-1)
    found = data.find(promising_practice.find, quarter, fits.fit(quarter), fits.fit(before))
    fits.wait_for(quarter, before)
    strong = found[found["listed"]].head(MOST)
    sentences = "".join(f"<li>{_led(promising_practice.explain(row, network()))}</li>" for _, row in strong.iterrows())
    nothing = "<li>Nothing stands out yet.</li>"
    shared = "".join(
        f"<li><strong>{escape(entry.title)}</strong> <small>{escape(entry.force or '')}</small><br>"
        f"{escape(entry.what)} Ask: {escape(entry.contact)}.</li>"
        for entry in records.kept(lambda book: book.practices.find(status="shared"))[-MOST:]
    )
    shared = f"<h2>In the repository</h2><ul>{shared}</ul>" if shared else ""
    st.html(f'<div class="arms-present"><h2>Worth copying</h2><ul>{sentences or nothing}</ul>{shared}</div>')


def _led(sentence: str) -> str:
    """A finding as markup, the force and question that it begins with in strong type."""
    about, said = evidence.parted(sentence)
    return f"<strong>{escape(about)}</strong>: {escape(said)}"


def _actions(quarter: Quarter) -> None:
    today = dt.date.today()
    still_open = [a for a in records.kept(lambda book: book.actions.find()) if a.status == "open"]
    shown = actions.sorted_for_a_meeting(still_open, today)
    listed_here, act = st.columns([3, 1], gap="large")
    with listed_here:
        if shown:
            action_list.show(shown[: 2 * MOST], quarter, today, linked=False)
        else:
            st.html('<div class="arms-present"><p>No action is open.</p></div>')
        if len(shown) > 2 * MOST:
            st.html(f'<div class="arms-present"><small>and {len(shown) - 2 * MOST} more on Actions</small></div>')
    with act:
        take_away.meeting(quarter)
        actions.record(Selection(quarter=quarter), key="present_action")
        if shown:
            with st.expander("Bring one up to date"):
                actions.update(shown)
