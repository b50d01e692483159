"""Commands of `jalon-server`, by subject; each module declares its own."""
