"""axe-core on a page, without what Streamlit itself violates and cannot be mended from outside."""

from axe_playwright_python.sync_playwright import Axe

RULES = {"runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]}

STREAMLITS_OWN = {
    "presentation-role-conflict": "the drop zone of st.file_uploader carries both a presentational role and a label",
}
"""Rule → why it is left out. Each is markup that Streamlit writes around us and gives no way to change."""

STREAMLITS_PARTS = ('contenteditable="true"', "react-aria-DateSegment", 'data-type="literal"')
"""Markup of the parts of st.date_input and st.time_input, whose grey Streamlit does not let a theme change."""


def violations(page) -> list[str]:
    """What axe-core finds on the page as it stands: `rule: what, where`."""
    found = Axe().run(page, options=RULES).response["violations"]
    return [
        f"{rule['id']}: {rule['help']} at {' '.join(map(str, node['target']))}: {node['html'][:160]}"
        for rule in found
        if rule["id"] not in STREAMLITS_OWN
        for node in rule["nodes"]
        if not any(part in node["html"] for part in STREAMLITS_PARTS)
    ]
