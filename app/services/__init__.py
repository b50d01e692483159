"""Use cases, their ports and the frozen rows that lists show."""
