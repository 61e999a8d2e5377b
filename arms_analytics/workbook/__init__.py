"""Workbooks, in and out: the only home of openpyxl and of every other reader and writer of spreadsheets."""

from arms_analytics.workbook.answers import Answers as Answers
from arms_analytics.workbook.files.opening import open_sheets as open_sheets
from arms_analytics.workbook.reading import read_workbook as read_workbook
