"""What the pages bring into a server's memory on their way in: not what one page in a hundred views needs."""

import subprocess
import sys
from pathlib import Path

import arms_analytics.ui

MODULES = sorted(f"arms_analytics.ui.{path.stem}" for path in Path(arms_analytics.ui.__file__).parent.glob("*.py"))
ONLY_WHEN_ASKED_FOR = {"scipy.stats", "scipy.optimize", "docx", "pptx", "openpyxl", "xlsxwriter", "plotly.express"}


def test_libraries_that_few_views_need_are_not_loaded_with_the_pages():
    asked = f"import sys, {', '.join(MODULES)}; print(*sys.modules)"
    loaded = set(
        subprocess.run([sys.executable, "-c", asked], capture_output=True, text=True, check=True).stdout.split()
    )
    assert "arms_analytics.ui.cell_table" in loaded
    assert not loaded & ONLY_WHEN_ASKED_FOR
