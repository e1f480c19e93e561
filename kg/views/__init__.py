"""The graph as one self-contained, interactive HTML page."""

from kg.views.page import render

__all__ = ["render"]
