"""Migrations of the server's database, forward only."""
