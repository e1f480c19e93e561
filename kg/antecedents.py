"""Rank the words that a pronoun may stand for.

Every candidate before the pronoun, and a subject right behind it, is described by features: its
grammatical role, its distance, whether it is spoken of often, whether it can do what the pronoun
does. The weights of the features stand in `ontology/lexicon/coreference.toml`; the candidate with
the highest sum is taken (after Lappin and Leass 1994, "An Algorithm for Pronominal Anaphora
Resolution"). What binding rules out is no candidate (Chomsky 1981, Lectures on Government and
Binding).
"""

from bisect import bisect_right
from collections.abc import Container, Iterator, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, NamedTuple

from kg.agreement import candidate_features, pronoun_features
from kg.clusters import Cluster, Reading
from kg.control import controls_by_object
from kg.genders import by_morphology
from kg.lexicon import cue_verbs, grammar, load_lexicon, read_toml
from kg.syntax import (
    SUBJECTS,
    children,
    clause_verb,
    conjuncts,
    finite_verb,
    infinitive,
    is_subjunctive,
    preposition,
)

if TYPE_CHECKING:
    from kg.words import Token

FARTHEST_SENTENCE = 2
OFTEN = 4  # earlier mentions that count
KINDS = {"PPER": "personal", "PPOSAT": "possessive"}  # all others are demonstratives
ROLES = {
    "nsubj": "subject", "nsubj:pass": "subject", "obj": "object", "iobj": "object",
    "obl": "oblique", "nmod": "attribute",
}  # fmt: skip
CORE = ("object", "subject")
COMPLEMENTS = ("ccomp", "csubj", "parataxis")


class Candidate(NamedTuple):
    """A word that a pronoun may stand for.

    Attributes:
        token: The word; of a coordination its first.
        members: Indices of the words of the entities: one, several for a coordination, none for a
            noun that is no mention.
    """

    token: "Token"
    members: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Discourse:
    """A reading with what is asked for again and again.

    Attributes:
        starts: Index of the first token of each sentence.
        clauses: Index of a token → the predicate of its clause, as far as asked for.
        genders: Candidate → its genders, or `plural`, as far as asked for.
    """

    reading: Reading
    starts: list[int]
    clauses: dict[int, "Token"] = field(default_factory=dict)
    genders: dict[Candidate, set[str]] = field(default_factory=dict)

    def sentence(self, i: int) -> int:
        """The number of the sentence that a token stands in."""
        return bisect_right(self.starts, i) - 1

    def clause(self, token: "Token") -> "Token":
        """The predicate of the clause that a token stands in."""
        if token.i not in self.clauses:
            self.clauses[token.i] = clause_verb(token)
        return self.clauses[token.i]


def discourse(reading: Reading) -> Discourse:
    """The discourse of an article."""
    return Discourse(reading, [sentence.start for sentence in reading.doc.sents])


def best_antecedent(talk: Discourse, pronoun: "Token") -> tuple[int, ...]:
    """Indices of the words that a pronoun stands for, none if nothing agrees."""
    wanted = pronoun_features(pronoun)
    found = [c for c in candidates(talk, pronoun) if not wanted.isdisjoint(genders(talk, c))]
    near = [] if is_owner(pronoun) else beside(talk, pronoun)
    fitting = [c for c in found if not is_barred(talk, pronoun, c, near)]
    if len(fitting) > 1:
        return max(fitting, key=lambda c: (weight(talk, pronoun, c), c.token.i)).members
    return fitting[0].members if fitting else ()


def weight(talk: Discourse, pronoun: "Token", candidate: Candidate) -> float:
    """The sum of the weights of a candidate's features."""
    kind = KINDS.get(pronoun.tag_, "demonstrative")
    weights: dict[str, float] = read_toml("lexicon", "coreference.toml")[kind]
    found = [
        *features(talk, pronoun, candidate),
        *features_of_clause(talk, pronoun, candidate.token, weights),
        *features_of_entity(talk, pronoun, candidate),
    ]
    return sum([weights[name] * value for name, value in found if name in weights])


def candidates(talk: Discourse, pronoun: "Token") -> Iterator[Candidate]:
    """What a pronoun may stand for: the words before it, and subjects right behind it."""
    reading, pointing = talk.reading, pronoun.tag_ not in KINDS
    entities, several = reading.by_token, reading.several
    first = talk.starts[max(0, talk.sentence(pronoun.i) - FARTHEST_SENTENCE)]
    for token in reading.doc.tokens[first : pronoun.i]:
        if token.i in entities or token.i in several:
            yield from candidates_at(reading, token)
        elif token.pos_ == "NOUN" and is_bystander(reading, token, anywhere=pointing):
            yield Candidate(token, ())
    for token in subjects_behind(talk, pronoun):
        yield Candidate(token, (token.i,))


def candidates_at(reading: Reading, token: "Token") -> Iterator[Candidate]:
    """What an entity's word may be an antecedent as: it, several, the first of a coordination."""
    if token.i in reading.several:
        yield Candidate(token, reading.several[token.i])
    elif token.dep_ not in ("appos", "flat") or not is_of_head(reading, token):
        yield Candidate(token, (token.i,))
    members = coordinated(reading, token)
    if len(members) > 1:
        yield Candidate(token, members)


def is_of_head(reading: Reading, token: "Token") -> bool:
    """Whether a word stands for the entity of its head."""
    return reading.by_token.get(token.head.i) is reading.by_token[token.i]


def is_bystander(reading: Reading, token: "Token", *, anywhere: bool) -> bool:
    """Whether a common noun that is no mention, nor beside one, may be what a pronoun stands for.

    Demonstratives mean nouns anywhere in the clause.
    """
    if not (anywhere or (token.below["det"] and role(token) in CORE)):
        return False
    return not any(t.i in reading.by_token for t in children(token, "appos", "flat"))


def coordinated(reading: Reading, token: "Token") -> tuple[int, ...]:
    """Indices of a word and those coordinated with it, if each is an entity of its own."""
    if token.dep_ == "conj" or not token.below["conj"]:
        return ()
    words = [t.i for t in conjuncts(token)]
    clusters = {id(reading.by_token.get(i)) for i in words}
    whole = all(i in reading.by_token for i in words) and len(clusters) == len(words)
    verbs = any(t.pos_ in ("AUX", "VERB") for t in token.doc[words[0] : words[-1]])
    return tuple(words) if whole and not verbs else ()


def subjects_behind(talk: Discourse, pronoun: "Token") -> list["Token"]:
    """Subjects behind a pronoun that it may stand for.

    *Mit ihrem Sieg hat Ada …*, *Sie komme, sagte Ada*, *Als sie kam, war Ada …*
    """
    clause = talk.clause(pronoun)
    verbs = [c for c in clause.below["parataxis"] if is_saying(c)]
    if is_owner(pronoun):
        verbs.append(clause)
    if clause.dep_ in ("advcl", "ccomp"):
        verbs.append(talk.clause(clause.head))
    found = [t for verb in verbs for t in children(verb, *SUBJECTS)]
    named = [t for t in found if t.i in talk.reading.by_token and t.pos_ in ("NOUN", "PROPN")]
    return [t for t in named if t.i > pronoun.i and t != pronoun.head]


def genders(talk: Discourse, candidate: Candidate) -> set[str]:
    """Genders of a candidate, or `plural`."""
    if candidate not in talk.genders:
        talk.genders[candidate] = genders_shown(talk.reading, candidate)
    return talk.genders[candidate]


def genders_shown(reading: Reading, candidate: Candidate) -> set[str]:
    """Genders, or `plural`, that a candidate's class and words show."""
    if len(candidate.members) > 1:
        return {"plural"}
    if not candidate.members:
        return by_morphology(candidate.token)
    return candidate_features(candidate.token, reading.by_token[candidate.members[0]])


def is_barred(
    talk: Discourse, pronoun: "Token", candidate: Candidate, near: Sequence[Cluster]
) -> bool:
    """Whether binding rules a candidate out; `near` is what stands beside the pronoun.

    A personal pronoun and its antecedent stand in two clauses, a name is not bound from the clause
    that it is a complement of (*Die Partei müsse handeln, sagte sie*).
    """
    clusters = [talk.reading.by_token[i] for i in candidate.members]
    if is_owner(pronoun):
        own = talk.reading.by_token.get(pronoun.head.i)
        return candidate.token == pronoun.head or any(c is own for c in clusters)
    clause, other = talk.clause(pronoun), talk.clause(candidate.token)
    if clause == other or any(c is b for c in clusters for b in near):
        return True
    if pronoun.lower_.startswith("jene") and any(is_nearer(talk, c, clause) for c in clusters):
        return True
    return candidate.token.pos_ != "PRON" and is_complement(other, clause)


def is_nearer(talk: Discourse, cluster: Cluster, clause: "Token") -> bool:
    """Whether *dieser* in the same sentence means somebody, so that *jener* does not."""
    near = (t for t in clause.sent if t.tag_ == "PDS" and t.lower_.startswith("diese"))
    return any(talk.reading.by_token.get(t.i) is cluster for t in near)


def is_owner(pronoun: "Token") -> bool:
    """Whether a pronoun says whose a noun is (*sein Land*, *dessen Land*)."""
    return pronoun.tag_ == "PPOSAT" or pronoun.lower_ in grammar()["genitive_pronouns"]


def beside(talk: Discourse, pronoun: "Token") -> list[Cluster]:
    """The entities in the other places of a pronoun's clause."""
    words = children(talk.clause(pronoun), *SUBJECTS, "obj", "iobj", "obl")
    places = [t for t in words if t != pronoun]
    return [talk.reading.by_token[t.i] for t in places if t.i in talk.reading.by_token]


def is_complement(clause: "Token", verb: "Token") -> bool:
    """Whether a clause says what the subject of a verb says or thinks."""
    if verb.dep_ == "parataxis" and verb.head == clause and is_saying(verb):
        finite = finite_verb(clause)
        return finite is not None and is_subjunctive(finite)
    while clause.head != clause:
        if clause.head == verb:
            return clause.dep_ in COMPLEMENTS
        clause = clause.head
    return False


def features(talk: Discourse, pronoun: "Token", candidate: Candidate) -> list[tuple[str, float]]:
    """What holds of a candidate, with how much of it."""
    token = candidate.token
    part = role(token)
    return [
        (part, 1),
        ("sentence_back", abs(talk.sentence(pronoun.i) - talk.sentence(token.i))),
        ("parallel", part == role(pronoun)),
        ("behind", token.i > pronoun.i),
        ("later_conjunct", token.dep_ == "conj"),
        ("no_mention", not candidate.members),
    ]


def features_of_clause(
    talk: Discourse, pronoun: "Token", token: "Token", asked: Container[str]
) -> Iterator[tuple[str, float]]:
    """What holds of a candidate by the clauses around it, as far as it is asked for."""
    clause = talk.clause(pronoun)
    if "last" in asked:
        yield "last", is_last(talk, pronoun, token)
    if "own_clause" in asked:
        yield "own_clause", role(token) == "subject" and talk.clause(token) == clause
    if "controller" in asked:
        yield "controller", is_controller(clause, token)
    if "speaker" in asked:
        yield "speaker", is_speaker(clause, token)


def features_of_entity(
    talk: Discourse, pronoun: "Token", candidate: Candidate
) -> Iterator[tuple[str, float]]:
    """What holds of the entity that a candidate stands for."""
    if not candidate.members:
        return
    cluster = talk.reading.by_token[candidate.members[0]]
    yield "unnamed_thing", not cluster.named and cluster.type in grammar()["things"]
    before = sum(m.head < pronoun.i for m in cluster.mentions)
    yield "spoken_of", min(before, OFTEN)
    if pronoun.dep_ in SUBJECTS and is_saying(talk.clause(pronoun)):
        yield "speaks" if cluster.type == "Person" else "cannot_speak", 1


def role(token: "Token") -> str:
    """The grammatical role of a word, that of the first of a coordination."""
    while token.dep_ == "conj" and token.head != token:
        token = token.head
    if token.dep_ == "nmod" and not preposition(token):
        return "attribute"
    return ROLES.get(token.dep_, "other")


def is_last(talk: Discourse, pronoun: "Token", token: "Token") -> bool:
    """Whether no other entity stands between a candidate's phrase and the end of its sentence."""
    entities, end = talk.reading.by_token, min(pronoun.i, token.sent.end)
    between = (entities[i] for i in range(token.i + 1, end) if i in entities)
    own = entities.get(token.i)
    return all(cluster is own for cluster in between)


def is_controller(clause: "Token", token: "Token") -> bool:
    """Whether a candidate is told or blamed what a clause says (*warf ihm vor, er habe …*)."""
    governor = clause.head
    if token.head != governor or clause.dep_ not in ("ccomp", "xcomp", "advcl"):
        return False
    objects = token.dep_ in ("iobj", "obj") or (token.dep_ == "obl" and not preposition(token))
    return objects and controls_by_object(governor, load_lexicon())


def is_speaker(clause: "Token", token: "Token") -> bool:
    """Whether a candidate is who says what a clause says (*Sie komme, sagte Ada*)."""
    verb = token.head
    if token.dep_ not in SUBJECTS or not is_saying(verb):
        return False
    return is_complement(clause, verb) and not controls_by_object(verb, load_lexicon())


def is_saying(verb: "Token") -> bool:
    """Whether a verb introduces what somebody says."""
    return infinitive(load_lexicon(), verb) in cue_verbs()
