"""Tell the grammatical gender of what a noun or name stands for."""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from kg.reading import Cluster
    from kg.words import Doc, Token


def person_genders(doc: "Doc", cluster: "Cluster") -> set[str]:
    """Genders that the nouns for a person leave open; a feminine one leaves no other."""
    nouns = [m for m in cluster.mentions if m.kind == "nominal"]
    told = {gender for m in nouns for gender in noun_genders(doc[m.head], m.base)}
    if "feminine" in told:
        return {"feminine"}
    return told & {"masculine"} or {"masculine", "feminine"}


def noun_genders(token: "Token", base: str) -> set[str]:
    """Gender of a noun for a person; masculine where neither its ending nor the pipeline tells."""
    if base.lower().endswith("in"):
        return {"feminine"}
    return by_morphology(token) if token.morph.get("Gender") else {"masculine"}


def by_morphology(token: "Token") -> set[str]:
    """Gender (or `plural`) as the pipeline tagged it."""
    if "Number=Plur" in token.morph:
        return {"plural"}
    names = {"Masc": "masculine", "Fem": "feminine", "Neut": "neuter"}
    return {names[g] for value in token.morph.get("Gender") for g in value.split(",") if g in names}
