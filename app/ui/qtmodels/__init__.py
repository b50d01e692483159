"""Table models of frozen rows."""
