"""Tell apart two persons of one last name by the sex that their titles and first names show.

*Frau Brandt* is not Otto Brandt, nor *Minister Guttenberg* Stephanie zu Guttenberg.
"""

from typing import TYPE_CHECKING

from kg.first_names import gender_of_name
from kg.gazetteer import by_tail, load_gazetteer
from kg.genders import noun_genders
from kg.lexicon import grammar
from kg.mentions import last_part

if TYPE_CHECKING:
    from kg.reading import Cluster
    from kg.words import Doc, Token


def may_be_one(doc: "Doc", one: "Cluster", other: "Cluster") -> bool:
    """Whether nothing shows that two people are of two sexes."""
    first, second = shown_genders(doc, one), shown_genders(doc, other)
    return not first or not second or bool(first & second)


def shown_genders(doc: "Doc", cluster: "Cluster") -> set[str]:
    """What first names and the titles before the names of a person show of the sex."""
    first = {g for m in cluster.mentions if (g := gender_of_name(m.text))}
    if first:
        return first
    names = [m for m in cluster.mentions if m.kind == "name" and m.first]
    names = [m for m in names if m.text.split()[-1] == cluster.key.split()[-1]]  # no genitive
    before = [doc[m.first - 1] for m in names if doc[m.head].dep_ != "nmod"]
    return {g for t in before if is_title(t) for g in noun_genders(t, t.lemma_)}


def is_title(token: "Token") -> bool:
    """Whether a noun is a role or form of address, which stands before a name."""
    address = token.lower_ in grammar()["forms_of_address"]
    role = by_tail(load_gazetteer().roles, last_part(token))
    return token.tag_ == "NN" and (address or role is not None)
