"""Controls arrive as the address has them, not as a beginning that is corrected on arrival.

A slow browser could otherwise send the beginning back, as if somebody had chosen it, and the link would be lost.
"""

import pytest

from tests.store.readings import QUARTER

EARLIER = QUARTER.key
ASKED = [
    ("heatmap", {"quarter": EARLIER, "force": "Cheshire", "side": "sheet", "colours": "high-contrast"}),
    ("repeat_failures", {"quarter": EARLIER, "force": "Cumbria", "question": "Q02"}),
    ("risk_levels", {"quarter": EARLIER, "force": "Cumbria", "risk": "high"}),
    ("training_needs", {"quarter": EARLIER, "view": "events"}),
    ("force_trends", {"force": "Cumbria", "region": "yes"}),
    ("allocation", {"quarter": EARLIER}),
]


@pytest.mark.parametrize(("stem", "asked"), ASKED, ids=[stem for stem, _ in ASKED])
def test_a_control_begins_where_the_address_says(run, stem, asked):
    app = run(stem, **asked)
    controls = [each for each in [*app.selectbox, *app.radio] if each.key.startswith(("choose_", "turn_"))]
    assert controls
    begun = {each.key: each.options[each.proto.default] for each in controls}
    assert begun == {each.key: each.format_func(each.value) for each in controls}
    for switch in app.toggle:
        if switch.key.startswith("switch_"):
            assert switch.proto.default == switch.value
    assert dict(app.query_params) == asked
