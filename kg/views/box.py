"""What a node covers on the page."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Box:
    """What a node covers, in pixels: its width, and its height above and below its centre."""

    width: float
    above: float
    below: float
