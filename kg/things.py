"""Find the unnamed things that only their place in a frame shows to be things.

No list of nouns is whole: *beschloss einen verpflichtenden Werteunterricht* speaks of a thing that
somebody made, whatever the noun.
"""

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from kg.drafts import End, end_for
from kg.gazetteer import load_gazetteer
from kg.lexicon import Frame, grammar, load_lexicon, noun_frames, tails
from kg.mentions import nominal
from kg.model import Argument
from kg.reading import Reading, place_nominal
from kg.syntax import children

if TYPE_CHECKING:
    from kg.words import Token


def things_at(reading: Reading, frame: Frame, arguments: Iterable[Argument]) -> list[End]:
    """Things in the object places of a frame whose relation may have a thing as its object.

    Args:
        reading: The article; the things are added to it.
        frame: What the predicate expresses.
        arguments: Arguments of the predicate.
    """
    kind = thing_class(frame)
    if not kind:
        return []
    tokens = (reading.doc[a.token] for a in arguments if a.place in frame.object)
    return list(ends(reading, kind, (t for t in tokens if is_thing(reading, t))))


def thing_class(frame: Frame) -> str:
    """The class of a thing at the object of a frame, "" where only people and bodies stand."""
    kind = str(grammar()["of_things"].get(frame.relation, ""))
    return kind if not frame.object_types or kind in frame.object_types else ""


def is_thing(reading: Reading, token: "Token") -> bool:
    """Whether a common noun without a mention may name one thing, and no deed or measure."""
    if token.tag_ != "NN" or token.i in reading.by_token or not is_specific(token):
        return False
    if is_deed(token) or any(part in grammar()["vague_nouns"] for part in tails(token.lemma_)):
        return False
    return not noun_frames(load_lexicon(), token.text)[1]


def is_deed(token: "Token") -> bool:
    """Whether a noun that is no hyphenated compound is made from a verb or adjective."""
    return "-" not in token.text and token.lemma_.endswith(tuple(grammar()["deed_endings"]))


def is_specific(token: "Token") -> bool:
    """Whether a noun is more than a bare noun: it has an article, an attribute or a genitive."""
    return bool(children(token, "det", "amod", "nmod"))


def ends(reading: Reading, kind: str, tokens: Iterable["Token"]) -> Iterator[End]:
    """Clusters for nouns, made or found, as ends of a statement."""
    for token in tokens:
        place_nominal(reading, nominal(token, kind, ""), load_gazetteer())
        cluster = reading.by_token[token.i]
        yield end_for(cluster, token)
