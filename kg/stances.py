"""The stance of a predicate, and how cues combine: what outranks what, what turns what round."""

from typing import Any, NamedTuple

from kg.model import Cue, Modality, Polarity

STRENGTH = (
    Modality.ASSERTED,
    Modality.REPORTED,
    Modality.PLANNED,
    Modality.DEMANDED,
    Modality.POSSIBLE,
)


class Stance(NamedTuple):
    """Polarity, modality and speaker (index of its head word) of a predicate, and what gave them.

    The cues say why, not what.
    """

    polarity: Polarity = Polarity.POSITIVE
    modality: Modality = Modality.ASSERTED
    source: int | None = None
    cues: tuple[Cue, ...] = ()


PLAIN = Stance()


def marked(before: Stance, after: Stance, token: int, kind: str) -> Stance:
    """A stance with the cue noted that led to it, where that changed anything.

    Args:
        before: The stance without the cue.
        after: The stance with it.
        token: Index of the word that is the cue.
        kind: What the word is.
    """
    if after is before:
        return before
    pairs = ((before.polarity, after.polarity), (before.modality, after.modality))
    effects = [new.value for old, new in pairs if old is not new]
    effects += ["speaker"] if before.source != after.source else []
    if not effects:
        return after
    cues = (*after.cues, Cue(token, kind, " ".join(effects)))
    return Stance(after.polarity, after.modality, after.source, cues)


def strengthened(view: Stance, modality: Modality) -> Stance:
    """A stance with a modality where that outranks its own."""
    force = stronger(view.modality, modality)
    if force is view.modality:
        return view
    return Stance(view.polarity, force, view.source, view.cues)


def applied(effect: dict[str, Any], view: Stance, speaker: int | None) -> Stance:
    """Combine an effect of a cue with the stance found so far; the strongest modality stays."""
    polarity = flipped(view.polarity) if effect.get("negates") else view.polarity
    named = effect.get("modality")
    modality = stronger(view.modality, Modality(named)) if named else view.modality
    source = first_source(view.source, speaker if effect.get("speaks") else None)
    return Stance(polarity, modality, source, view.cues)


def first_source(inner: int | None, outer: int | None) -> int | None:
    """The speaker nearest to what is said (0 is the index of the first word)."""
    return outer if inner is None else inner


def flipped(polarity: Polarity) -> Polarity:
    """The other polarity."""
    return Polarity.NEGATIVE if polarity is Polarity.POSITIVE else Polarity.POSITIVE


def stronger(one: Modality, other: Modality) -> Modality:
    """The modality that outranks the other (planned, possible, demanded outrank reported)."""
    return other if STRENGTH.index(other) > STRENGTH.index(one) else one
