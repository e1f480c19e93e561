"""The stance of a predicate, and how cues combine: what outranks what, what turns what round."""

from dataclasses import dataclass
from typing import Any

from kg.model import Modality, Polarity

STRENGTH = (
    Modality.ASSERTED,
    Modality.REPORTED,
    Modality.PLANNED,
    Modality.DEMANDED,
    Modality.POSSIBLE,
)


@dataclass(frozen=True, slots=True)
class Stance:
    """Polarity, modality and speaker (index of its head word) of a predicate."""

    polarity: Polarity = Polarity.POSITIVE
    modality: Modality = Modality.ASSERTED
    source: int | None = None


def applied(effect: dict[str, Any], view: Stance, speaker: int | None) -> Stance:
    """Combine an effect of a cue with the stance found so far; the strongest modality stays."""
    polarity = flipped(view.polarity) if effect.get("negates") else view.polarity
    modality = stronger(view.modality, Modality(effect.get("modality", "asserted")))
    source = first_source(view.source, speaker if effect.get("speaks") else None)
    return Stance(polarity, modality, source)


def first_source(inner: int | None, outer: int | None) -> int | None:
    """The speaker nearest to what is said (0 is the index of the first word)."""
    return outer if inner is None else inner


def flipped(polarity: Polarity) -> Polarity:
    """The other polarity."""
    return Polarity.NEGATIVE if polarity is Polarity.POSITIVE else Polarity.POSITIVE


def stronger(one: Modality, other: Modality) -> Modality:
    """The modality that outranks the other (planned, possible, demanded outrank reported)."""
    return max(one, other, key=STRENGTH.index)
