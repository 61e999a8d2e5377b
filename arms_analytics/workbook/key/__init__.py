"""The workbook's own key: where it stands, how far it reaches, which colours and marks mean which grade."""
