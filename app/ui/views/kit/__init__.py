"""Widgets of Jalon, on PySide6 alone and without any knowledge of missions."""
