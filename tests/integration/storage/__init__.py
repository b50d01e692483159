"""The encrypted storage, on real files."""
