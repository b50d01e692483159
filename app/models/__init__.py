"""Encrypted storage: rows, repositories, unit of work, migrations."""
