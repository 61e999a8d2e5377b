"""axe-core on a page, without what Streamlit itself violates and cannot be mended from outside."""

from axe_playwright_python.sync_playwright import Axe

RULES = {
    "runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"],
    "resultTypes": ["violations"],
}

STREAMLITS_OWN = {
    ("presentation-role-conflict", "stFileUploaderDropzone"): "the drop zone is presentational and labelled at once",
    ("target-size", "react-aria"): "day, month and hour within a date or time box are narrower than 24 pixels",
    ("color-contrast", 'contenteditable="true"'): "their grey cannot be set by a theme",
    ("color-contrast", "react-aria-DateSegment"): "nor can that of what stands between them",
    ("color-contrast", 'data-type="literal"'): "nor can that of what stands between them",
}
"""(rule, what its markup holds) → why it is left out. Streamlit writes that markup and gives no way to change it."""


def violations(page) -> list[str]:
    """What axe-core finds on the page as it stands: `rule: what, where`."""
    found = Axe().run(page, options=RULES).response["violations"]
    return [
        f"{rule['id']}: {rule['help']} at {' '.join(map(str, node['target']))}: {node['html'][:160]}"
        for rule in found
        for node in rule["nodes"]
        if not any(rule["id"] == own and part in node["html"] for own, part in STREAMLITS_OWN)
    ]
