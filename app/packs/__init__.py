"""Dated packs and text catalogues read into frozen catalogues."""
