"""Papers beside the feuille de route: attendance sheet, de minimis statement, summary of the application file."""
