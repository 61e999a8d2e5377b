"""Workbooks, in and out: the only home of openpyxl and of every other reader and writer of spreadsheets."""

from arms_analytics.workbook.files.opening import open_sheets as open_sheets
from arms_analytics.workbook.reader_answers import ReaderAnswers as ReaderAnswers
from arms_analytics.workbook.reading import read_workbook as read_workbook
