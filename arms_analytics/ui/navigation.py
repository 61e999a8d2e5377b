"""Which pages there are, in which order, and the links to them. A new page is one line here."""

from __future__ import annotations

from contextlib import suppress
from dataclasses import dataclass

import streamlit as st
from streamlit.runtime.pages_manager import PagesManager

from arms_analytics.access import Right, may
from arms_analytics.store import StoreError
from arms_analytics.ui import access, keep_place, officers, records, selection, theme

LINKED = "linked"
"""Holds in the session, for parts of a page that are drawn by themselves, the pages that this viewer may open."""


@dataclass(frozen=True, slots=True)
class ListedPage:
    """One page: the heading it stands under, its name, the stem of its file in pages/, and the right it needs.

    `presents` says that a room looks at it: officers are never shown there. The link is listed for those who have the
    right; the page itself asks again (`page.frame`), whatever the address.
    """

    section: str
    title: str
    stem: str
    needs: Right = Right.SEE
    presents: bool = False

    @property
    def path(self) -> str:
        """Its file, as Streamlit wants it: beside frame.py."""
        return f"pages/{self.stem}.py"

    @property
    def address(self) -> str:
        """Where it is served: the opening page at the root, each other page under its stem."""
        return "" if self is PAGES[0] else self.stem


PAGES = (
    ListedPage("Meeting", "This quarter", "this_quarter"),
    ListedPage("Meeting", "Present", "present", presents=True),
    ListedPage("Explore", "Grading heatmap", "heatmap"),
    ListedPage("Explore", "Force trends", "force_trends"),
    ListedPage("Explore", "Risk levels", "risk_levels"),
    ListedPage("Explore", "Plan by plan", "plan_by_plan"),
    ListedPage("Explore", "Feedback search", "feedback_search"),
    ListedPage("Act", "Repeat failures", "repeat_failures"),
    ListedPage("Act", "Training needs", "training_needs"),
    ListedPage("Act", "Promising practice", "promising_practice"),
    ListedPage("Act", "Actions", "actions"),
    ListedPage("Trust", "Reviewer consistency", "reviewer_consistency"),
    ListedPage("Trust", "Data quality", "data_quality"),
    ListedPage("Data", "Load workbooks", "load_workbooks", Right.LOAD),
    ListedPage("Data", "Allocation and reminders", "allocation", Right.LOAD),
    ListedPage("Data", "Audit and retention", "audit", Right.GOVERN),
)  # fmt: skip


def run() -> None:
    """Draw the links and run the page that the address names. The first of PAGES is the opening page."""
    pages = {
        listed: st.Page(listed.path, title=listed.title, url_path=listed.stem, default=listed is PAGES[0])
        for listed in PAGES
    }
    chosen = st.navigation(list(pages.values()), position="hidden")
    person = access.viewer()
    st.session_state[LINKED] = {listed.stem: page for listed, page in pages.items() if may(person, listed.needs)}
    _log_sign_in()
    if next(listed for listed, page in pages.items() if page == chosen).presents:
        st.container(key="presents").empty()  # the style sheet hides the sidebar before it is drawn
    with st.sidebar:
        st.html('<p class="arms-brand">ARMS peer review<small>what fails again, what to copy</small></p>')
        _links(pages)
    chosen.run()
    with st.sidebar:
        theme.choose_palette()
        officers.choose()
        access.show_account()
        keep_place.watch()


def _log_sign_in() -> None:
    person = access.viewer()
    with suppress(StoreError):  # every page says that the records cannot be had; grades may be looked at meanwhile
        records.log_once("sign-in", person.described)


def link(stem: str, label: str, **parameters: str) -> None:
    """A link to a page with these parameters beside those that travel; plain text for those who may not go there.

    `label` is Markdown: text that comes from data goes through `words.plain` first.
    """
    page = st.session_state.get(LINKED, {}).get(stem)
    if page is None:
        st.markdown(label)
    else:
        st.page_link(page, label=label, width="stretch", query_params=selection.travelling() | parameters)


def listed(title: str) -> ListedPage:
    """The page of this title. KeyError where there is none: a page that is not listed shows nothing."""
    return {listed.title: listed for listed in PAGES}[title]


def begin_with_the_frame() -> None:
    """Start over through frame.py where Streamlit ran a page's file by itself.

    It does so when the first visit after its start is a link to a page, because of the folder's name, until
    frame.py has once called st.navigation. Without it a page would stand there without the links to the others.
    """
    if PagesManager.uses_pages_directory:
        PagesManager.uses_pages_directory = False
        st.rerun()


def _links(pages: dict[ListedPage, st.Page]) -> None:
    carried, person = selection.travelling(), access.viewer()
    with st.container(key="navigation"):
        section = ""
        for listed, page in pages.items():
            if not may(person, listed.needs):
                continue
            if listed.section != section:
                section = listed.section
                st.html(f"<h2>{section}</h2>")
            st.page_link(page, query_params=carried)
