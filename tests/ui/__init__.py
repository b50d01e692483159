"""Tests of the window: widgets, models and presenters, on a real QApplication."""
