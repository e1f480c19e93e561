"""Join the short name of a body to its full one: *Amnesty International … Amnesty*."""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from kg.reading import Cluster, Reading

BODIES = ("Organization", "Other")


def full_name(reading: "Reading", cluster: "Cluster") -> "Cluster | None":
    """The only body of the article whose name of several words begins with another name."""
    whole = cluster.key.isupper() or " " in cluster.key
    if cluster.known or cluster.type not in BODIES or whole:
        return None
    longer = [c for c in reading.clusters if c.named and is_short(cluster, c)]
    return longer[0] if len(longer) == 1 else None


def is_short(cluster: "Cluster", body: "Cluster") -> bool:
    """Whether a body has a longer name with the same beginning."""
    names = [m for m in body.mentions if m.kind == "name"]
    same = any(m.text.startswith(f"{cluster.key} ") for m in names)
    return body.type == "Organization" and same
