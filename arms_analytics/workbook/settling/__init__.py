"""Whose reviews a tab holds and of which quarter: told by the workbook, or asked of a person."""
