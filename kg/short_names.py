"""Join a shorter name to the full one of the same thing: last names, abbreviations, first words.

*Annalena Baerbock … Baerbock*, *Felipe VI. … Felipe*, *Volkspartei (SVP)*, *Amnesty International
… Amnesty*.
"""

from kg.clusters import Cluster, Reading, merge, note
from kg.family_names import bearers, named_in_full, well_known
from kg.gazetteer import Gazetteer
from kg.namesakes import may_be_one

BODIES = ("Organization", "Other")


def join_person_names(reading: Reading) -> None:
    """Join a family name to the one person who was called by a full name that ends in it."""
    people = named_in_full(reading)
    for cluster in list(reading.clusters) if people else ():
        # A bare name may have been taken for a place; a company of the name is another thing.
        if cluster.known or not cluster.named or cluster.type == "Organization":
            continue
        owners = [c for c in bearers(people, cluster.key) if c is not cluster]
        owners = [c for c in owners if may_be_one(reading.doc, cluster, c)]
        owners = named_first(cluster, owners) if len(owners) > 1 else owners
        if len(owners) == 1:
            merge(reading, cluster, owners[0], f"{cluster.key}: last name of {owners[0].name}")
            people = named_in_full(reading)


def link_family_names(reading: Reading, gazetteer: Gazetteer) -> None:
    """Link family names that mean one person in all news; see `family_names`."""
    for cluster in list(well_known(reading, gazetteer)):
        name, person = cluster.key, cluster.known
        if person is None:
            continue
        note(cluster, f"{name}: means {person.name} in news")
        cluster.key = person.key
        same = next((c for c in reading.clusters if c.key == person.key and c is not cluster), None)
        if same:
            merge(reading, cluster, same, f"{name}: last name of {person.name}")


def named_first(cluster: Cluster, owners: list[Cluster]) -> list[Cluster]:
    """Those of several people of a last name who were named before it stood alone."""
    alone = min(m.start_char for m in cluster.mentions)
    return [c for c in owners if min(m.start_char for m in c.mentions) < alone]


def join_abbreviations(reading: Reading) -> None:
    """Join an abbreviation in brackets to the name before it (*Volkspartei (SVP)*)."""
    doc = reading.doc
    for cluster in list(reading.clusters):
        for mention in cluster.mentions:
            i = mention.first
            if mention.kind != "name" or i < 3 or not mention.text.isupper():
                continue
            if doc[i - 1].text != "(":
                continue
            before = i - 3 if doc[i - 2].is_quote else i - 2
            long = reading.by_token.get(before)
            if (
                long
                and long is not cluster
                and abbreviates(mention.text, long, known=cluster.known is not None)
            ):
                merge(reading, cluster, long, f"{mention.text}: abbreviation of {long.key}")
                break


def join_short_names(reading: Reading) -> None:
    """Join the first word of a body's name to the whole one that stood before it."""
    for cluster in list(reading.clusters):
        body = full_name(reading, cluster)
        if body:
            merge(reading, cluster, body, f"{cluster.key}: short for {body.name}")


def abbreviates(short: str, long: Cluster, *, known: bool) -> bool:
    """Whether capitals are the initials of a name that is not a person's.

    A body's abbreviation may be one of its name in another language (*Rat der Monarchie (API)*).
    """
    if long.type == "Person":
        return False
    if long.type == "Organization" and " " in long.key and not known:
        return True
    return any(
        short[0].lower() == m.text[0].lower() and len(m.text) > len(short) for m in long.mentions
    )


def full_name(reading: Reading, cluster: Cluster) -> Cluster | None:
    """The only body of the article whose name of several words begins with another name."""
    whole = cluster.key.isupper() or " " in cluster.key
    if cluster.known or cluster.type not in BODIES or whole:
        return None
    longer = [c for c in reading.clusters if c.named and is_short(cluster, c)]
    return longer[0] if len(longer) == 1 else None


def is_short(cluster: Cluster, body: Cluster) -> bool:
    """Whether a body has a longer name with the same beginning."""
    names = [m for m in body.mentions if m.kind == "name"]
    same = any(m.text.startswith(f"{cluster.key} ") for m in names)
    return body.type == "Organization" and same
