"""Mutation run: small faults put into app/domain, one at a time, which the tests must notice."""
