"""Pages of a mission and what the window expects of them."""
