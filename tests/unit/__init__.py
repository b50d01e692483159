"""Rules and use cases: no Qt, no file."""
