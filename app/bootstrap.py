"""Composition root of the desktop application: the only file that knows everybody."""
