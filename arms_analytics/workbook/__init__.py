"""Workbooks, in and out: the only home of openpyxl and of every other reader and writer of spreadsheets."""
