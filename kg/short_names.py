"""Join the short name of a body to its full one: *Amnesty International … Amnesty*."""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from kg.reading import Cluster, Reading

BODIES = ("Organization", "Other")


def full_name(reading: "Reading", cluster: "Cluster") -> "Cluster | None":
    """The only body of the article whose name of several words begins with another name."""
    if cluster.known or cluster.type not in BODIES or " " in cluster.key:
        return None
    longer = [c for c in reading.clusters if c.named and is_short(cluster, c)]
    return longer[0] if len(longer) == 1 else None


def is_short(cluster: "Cluster", body: "Cluster") -> bool:
    """Whether a body named before has a longer name with the same beginning."""
    starts = f"{cluster.key} "
    names = [m for m in body.mentions if m.kind == "name" and m.text.startswith(starts)]
    first = min(m.start_char for m in cluster.mentions)
    return body.type == "Organization" and any(m.start_char < first for m in names)
