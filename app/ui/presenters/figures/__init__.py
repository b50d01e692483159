"""Why each figure of a mission is what it is: one explanation for each, gathered by page."""

from app.ui.presenters.figures.all import FiguresPresenter, FigureWhy

__all__ = ["FigureWhy", "FiguresPresenter"]
