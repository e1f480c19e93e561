"""Tell a name from its genitive."""

from typing import TYPE_CHECKING

from kg.gazetteer import by_tail, load_gazetteer
from kg.mentions import Found
from kg.nouns import nominative_noun

if TYPE_CHECKING:
    from kg.words import Doc


def base_name(doc: "Doc", mention: Found, forms: set[str]) -> str:
    """A name without the *-s* of the genitive."""
    text = uninflected(doc, mention)
    if not text.endswith(("s", "’", "'")) or len(text) < 4 or text.endswith("ss"):
        return text
    if any(form.endswith(f" {text}") for form in forms):  # *Jonas Vaitkus*, so *Vaitkus* is whole
        return text
    if text.endswith("es") and text[:-2] in forms:  # *des Friedenspreises*
        return text[:-2]
    last, head = doc[mention.end - 1], doc[mention.head]
    genitive = "Case=Gen" in last.morph or "Case=Gen" in head.morph
    if head.dep_ == "appos" and "Case=Gen" not in head.head.morph:
        genitive = False  # *Minister Otto Müllers*: so he is called
    bare, families = text[:-1], load_gazetteer().families
    known = bare in forms or any(form.endswith(f" {bare}") for form in forms)
    known = known or (bare in families and text not in families)  # *Merkels Nachfolger*
    if not known and text.endswith("es") and by_tail(load_gazetteer().actors, text[:-2]):
        return text[:-2]  # *Linux-Verbandes*, but not *Hollandes*
    if known or (genitive and not text.isupper()):
        return text[:-1]
    return text


def uninflected(doc: "Doc", mention: Found) -> str:
    """A name, with a common noun at its head in the nominative (*Landgerichts Kiel*)."""
    words, first = mention.text.split(), doc[mention.first]
    if len(words) > 1 and first.tag_ == "NN" and "Case=Gen" in first.morph:
        words[0] = nominative_noun(first)
    return " ".join(words)
