"""Window of the desktop application."""
