"""Composition root of the desktop application: the only package that knows everybody."""
