"""Deposit of sealed missions on a regional server."""
