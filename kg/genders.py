"""Tell the grammatical gender of what a noun or name stands for."""

from typing import TYPE_CHECKING

from kg.first_names import gender_of_name

if TYPE_CHECKING:
    from kg.reading import Cluster
    from kg.words import Doc, Token

NOUNS = ("national", "nominal")
GENDERS = {"Masc": "masculine", "Fem": "feminine", "Neut": "neuter"}


def person_genders(doc: "Doc", cluster: "Cluster") -> set[str]:
    """Genders that the nouns for a person and the first name leave open.

    A feminine noun leaves no other; a masculine one may be the office of a woman whose name tells.
    """
    named = gender_of_name(cluster.key) if cluster.named else ""
    if named == "feminine":
        return {named}
    nouns = [m for m in cluster.mentions if m.kind in NOUNS]
    told = {gender for m in nouns for gender in noun_genders(doc.tokens[m.head], m.base)}
    if "feminine" in told:
        return {"feminine"}
    return told & {"masculine"} or ({named} if named else {"masculine", "feminine"})


def noun_genders(token: "Token", base: str) -> set[str]:
    """Gender of a noun for a person; masculine where neither its ending nor the pipeline tells."""
    if base.lower().endswith("in"):
        return {"feminine"}
    return by_morphology(token) - {"plural"} or {"masculine"}


def by_morphology(token: "Token") -> set[str]:
    """Gender (or `plural`) as the pipeline tagged it."""
    if "Number=Plur" in token.morph:
        return {"plural"}
    return {GENDERS[g] for g in token.morph.values.get("Gender", ()) if g in GENDERS}
