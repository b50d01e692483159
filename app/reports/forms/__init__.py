"""The other forms of a mission: one-page tellings, spreadsheet, calendar of the actions."""
