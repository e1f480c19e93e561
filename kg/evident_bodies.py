"""Take for a body what somebody is a member of (*Mitglied des „Königlichen Rats“*)."""

from typing import TYPE_CHECKING

from kg.lexicon import grammar
from kg.mentions import Found
from kg.syntax import children, preposition

if TYPE_CHECKING:
    from kg.reading import Reading
    from kg.words import Token

BODY = "Organization"


def mark_bodies(reading: "Reading") -> None:
    """Give names that pipelines take for things the class that a noun for a member tells."""
    for cluster in reading.clusters:
        for mention in cluster.mentions:
            if mention.kind == "nominal" and is_member(mention):
                mark_owner(reading, reading.doc[mention.head])


def is_member(mention: Found) -> bool:
    """Whether a noun names one who belongs to a body and to nothing else."""
    return mention.base.lower().endswith(tuple(grammar()["members_of_bodies"]))


def mark_owner(reading: "Reading", noun: "Token") -> None:
    """Make a body of the unlisted thing with a name in the genitive of a noun."""
    for child in children(noun, "nmod", "appos"):
        cluster = reading.by_token.get(child.i)
        unclear = cluster is not None and cluster.named and cluster.type in ("Other", "Product")
        if cluster and unclear and not cluster.known and preposition(child) in ("", "von", "bei"):
            cluster.evident = BODY
