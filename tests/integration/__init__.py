"""Adapters against the real thing: SQLite file, server, PDF, wheel."""
