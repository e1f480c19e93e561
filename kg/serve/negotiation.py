"""Which media type a client wants best (RFC 9110, section 12.5.1)."""

from collections.abc import Sequence

from kg.serve.answer import RefusedError


def preferred(accept: str, offers: Sequence[str]) -> str:
    """The offer that the client likes best; of those that it likes the same, the first.

    Args:
        accept: The field `Accept`, "" where the request has none.
        offers: Media types in the order in which the service likes to give them.

    Raises:
        RefusedError: It wants none of them.
    """
    ranges = [_range(part) for part in (accept or "*/*").split(",")]
    best = max(offers, key=lambda offer: _quality(offer, ranges))
    if _quality(best, ranges) == 0:
        raise RefusedError(406, f"can be given as {', '.join(offers)}, not as {accept}")
    return best


def _range(part: str) -> tuple[str, float]:
    """A range of media types with its weight; other parameters make no difference to us."""
    name, *parameters = (piece.strip().lower() for piece in part.split(";"))
    weights = [p.removeprefix("q=") for p in parameters if p.startswith("q=")]
    try:
        return name, min(max(float(weights[0]), 0), 1) if weights else 1
    except ValueError:
        return name, 0


def _quality(offer: str, ranges: Sequence[tuple[str, float]]) -> float:
    """The weight that the closest range gives to an offer."""
    family = offer.partition("/")[0] + "/*"
    for wanted in (offer, family, "*/*"):
        weights = [weight for name, weight in ranges if name == wanted]
        if weights:
            return max(weights)
    return 0
