"""Collated workbooks, written: the blank template, the demonstration's and the export's are one kind of workbook.

What is written here loads again through `read_workbook` to the same grades, feedback and references.
"""

from arms_analytics.workbook.writer.archive import archive
from arms_analytics.workbook.writer.collated import collated_workbook, template
from arms_analytics.workbook.writer.corrections import corrections_workbook
from arms_analytics.workbook.writer.force_tab import Tab

__all__ = ["Tab", "archive", "collated_workbook", "corrections_workbook", "template"]
