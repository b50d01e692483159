"""Desktop application of Jalon."""
