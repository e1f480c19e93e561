"""The lexicon: what its files must keep to, and how words of a text are looked up in it."""

from collections import Counter
from typing import Any

import pytest

from kg.inflection import noun_forms
from kg.lexicon import (
    Expression,
    Frame,
    Lexicon,
    as_expression,
    as_frame,
    by_word,
    contraction,
    fits_particle,
    grammar,
    infinitive_index,
    infinitive_of,
    load_lexicon,
    noun_frames,
    participle_index,
    read_toml,
    tails,
)
from kg.model import LexiconError, Modality, Polarity
from kg.ontology import ancestors, data_path, fits, load_relations

FRAMES: list[dict[str, Any]] = read_toml("lexicon", "de.toml")["frame"]
KEYS = {
    "kind", "modality", "object", "object_types", "polarity", "relation", "subject",
    "subject_types", "named_only", "troops_only", "words",
}  # fmt: skip
PREPOSITIONS = set(
    "an auf aus bei durch für gegen gegenüber hinter in mit nach neben seitens über um unter von "
    "vor wegen zu zugunsten zwischen als".split()
)
PLACES = {
    "verb": {"agent", "patient", "recipient", "coagent", "count"},
    "expression": {
        "agent", "patient", "recipient", "coagent", "count",
        "subject", "genitive", "possessive", "adjective",
    },
    "noun": {"genitive", "possessive", "adjective", "compound", "noun", "coagent", "count"},
    "adjective": {"noun", "recipient", "coagent"},
}  # fmt: skip
ATTACK = Frame("attacked", "verb", ("agent",), ("patient",))
VISIT = Frame("visited", "noun", ("genitive",), ("in",))


def words_of(kind: str) -> set[str]:
    return {word for frame in FRAMES if frame["kind"] == kind for word in frame["words"]}


def small_lexicon(*, verbs: str = "", nouns: str = "") -> Lexicon:
    """A lexicon of a few words, all with the same frame."""
    infinitives = verbs.split()
    return Lexicon(
        verbs=by_word((verb, ATTACK) for verb in infinitives),
        nouns=by_word((form.lower(), VISIT) for noun in nouns.split() for form in noun_forms(noun)),
        adjectives={},
        expressions={},
        infinitives=infinitive_index(infinitives),
        participles=participle_index(infinitives),
    )


def test_every_relation_has_a_frame() -> None:
    assert {frame["relation"] for frame in FRAMES} == set(load_relations()) - {"relatedTo"}


def test_the_lexicon_is_broad() -> None:
    verbs = {word.removeprefix("sich ") for word in words_of("verb")}
    roles = [
        word for table in read_toml("gazetteer", "roles.toml")["role"] for word in table["words"]
    ]
    assert len(verbs) >= 1500
    assert len(words_of("noun")) >= 800
    assert len(words_of("expression")) >= 150
    assert len(set(roles)) >= 300
    assert len(roles) == len(set(roles))


def test_frames_have_known_keys_and_values() -> None:
    for frame in FRAMES:
        read, places = as_frame(frame), {*frame["subject"], *frame["object"]}
        assert set(frame) <= KEYS, frame
        assert places <= PLACES[read.kind] | PREPOSITIONS, frame
        assert read.subject, frame
        assert read.object, frame
        for name in read.subject_types | read.object_types:
            assert "Entity" in ancestors(name), frame


def test_the_head_of_the_file_tells_every_place() -> None:
    text = data_path("lexicon", "de.toml").read_text(encoding="utf-8")
    head = text.partition("[[frame]]")[0]
    used = {place for frame in FRAMES for place in (*frame["subject"], *frame["object"])}
    assert {place for place in used - PREPOSITIONS if f'"{place}"' not in head} == set()


def test_the_words_of_a_frame_are_sorted_and_distinct() -> None:
    for frame in FRAMES:
        assert frame["words"] == sorted(set(frame["words"])), frame
        assert frame["words"], frame


def test_no_word_stands_twice_where_it_would_mean_the_same() -> None:
    """Two entries may share a word only where their types tell its readings apart."""
    places: Counter[tuple[object, ...]] = Counter()
    for frame in FRAMES:
        start = (frame["relation"], frame["kind"], *frame["subject"], "|", *frame["object"])
        places.update((*start, word) for word in frame["words"])
    assert [key for key, number in places.items() if number > 1] == []


def test_no_entry_is_shadowed_by_another_relation() -> None:
    """The first frame that fits gives the relation; a later one for the same ends never fires."""
    shadowed = []
    for (_, word), frames in by_kind_and_word().items():
        for i, later in enumerate(frames):
            shadowed += [
                (word, first["relation"], later["relation"])
                for first in frames[:i]
                if first["relation"] != later["relation"] and takes_all(first, later)
            ]
    assert shadowed == []


def by_kind_and_word() -> dict[tuple[str, str], list[dict[str, Any]]]:
    """Frames of words in the order in which they are tried."""
    found: dict[tuple[str, str], list[dict[str, Any]]] = {}
    for frame in sorted(FRAMES, key=lambda f: not f.get("troops_only", False)):
        for word in frame["words"]:
            found.setdefault((frame["kind"], word), []).append(frame)
    return found


def takes_all(first: dict[str, Any], later: dict[str, Any]) -> bool:
    """Whether whatever the later frame would take, the first one takes."""
    places = all(set(later[end]) <= set(first[end]) for end in ("subject", "object"))
    types = all(
        not first.get(key) or (later.get(key) and set(later[key]) <= set(first[key]))
        for key in ("subject_types", "object_types")
    )
    return places and types and not first.get("troops_only") and free_ends(later)


def free_ends(frame: dict[str, Any]) -> bool:
    """Whether a frame yields to an earlier one: counts and offices go with any relation."""
    return "count" not in frame["object"] and frame["relation"] not in grammar()["role_relations"]


def test_types_can_be_ends_of_the_relation() -> None:
    relations = load_relations()
    for frame in FRAMES:
        relation = relations[frame["relation"]]
        for key, wanted in (("subject_types", relation.domain), ("object_types", relation.range)):
            unfit = [t for t in frame.get(key, ()) if not (fits(t, wanted) or fits(wanted, t))]
            assert not unfit, (frame, unfit)


def test_a_count_is_asked_of_the_count_relations_alone() -> None:
    counted = {frame["relation"] for frame in FRAMES if "count" in frame["object"]}
    assert counted == {name for name, r in load_relations().items() if r.group == "count"}


def test_words_are_written_as_the_kind_asks() -> None:
    plain = {word.removeprefix("sich ") for word in words_of("verb")}
    assert {w for w in plain if not (w.islower() and w.isalpha() and w.endswith("n"))} == set()
    assert {w for w in words_of("noun") if not w[0].isupper() or " " in w} == set()
    assert {w for w in words_of("adjective") if not w.islower() or " " in w} == set()


def test_every_expression_parses() -> None:
    for words in sorted(words_of("expression")):
        found = as_expression(words, ATTACK)
        assert found.verb == words.split()[-1], words
        assert found.verb.endswith("n"), words
        assert found.noun in words.lower().split(), words
        assert found.preposition in PREPOSITIONS | {"", "sich"}, words


@pytest.mark.parametrize(
    ("words", "preposition", "noun", "verb"),
    [
        ("Kritik üben", "", "kritik", "üben"),
        ("in Brand setzen", "in", "brand", "setzen"),
        ("in die Flucht schlagen", "in", "flucht", "schlagen"),
        ("zum Rücktritt auffordern", "zu", "rücktritt", "auffordern"),
        ("die Nase vorn haben", "", "nase", "haben"),
        ("auf die schwarze Liste setzen", "auf", "liste", "setzen"),
        ("haftbar machen", "", "haftbar", "machen"),
    ],
)
def test_expression(words: str, preposition: str, noun: str, verb: str) -> None:
    assert as_expression(words, ATTACK) == Expression(preposition, noun, verb, ATTACK)


def test_a_bare_verb_is_no_expression() -> None:
    with pytest.raises(LexiconError, match="PREPOSITION"):
        as_expression("angreifen", ATTACK)


@pytest.mark.parametrize(
    "wrong",
    [
        {"relation": "attacked", "kind": "verb", "subject": ["agent"]},
        {"relation": "attacked", "kind": "adverb", "subject": [], "object": []},
        {"relation": "attacked", "kind": "verb", "subject": [], "object": [], "polarity": "no"},
        {"relation": "attacked", "kind": "verb", "subject": [], "object": [], "modality": "maybe"},
    ],
)
def test_a_broken_frame_is_named(wrong: dict[str, Any]) -> None:
    with pytest.raises(LexiconError):
        as_frame(wrong)


def test_a_missing_file_is_named() -> None:
    with pytest.raises(LexiconError, match="nowhere"):
        read_toml("lexicon", "nowhere.toml")


def test_a_frame_brings_its_own_stance() -> None:
    stances = {(f.polarity, f.modality) for fs in load_lexicon().verbs.values() for f in fs}
    assert (Polarity.NEGATIVE, Modality.ASSERTED) in stances
    assert any(modality is not Modality.ASSERTED for _, modality in stances)


@pytest.mark.parametrize(
    ("form", "particle", "lemma", "infinitive"),
    [
        ("forderte", "auf", "fordern", "auffordern"),
        ("forderte", "", "fordern", "fordern"),
        ("rief", "auf", "rufen", "aufrufen"),
        ("rief", "aus", "rufen", "ausrufen"),
        ("griffen", "an", "greifen", "angreifen"),
        ("GRIFF", "an", "greifen", "angreifen"),
        ("angegriffen", "", "angreifen", "angreifen"),
        ("anzugreifen", "", "greifen", "angreifen"),
        ("aufgefordert", "", "fordern", "auffordern"),
        ("wies", "zurück", "weisen", "zurückweisen"),
        ("übernahm", "", "nehmen", "übernehmen"),
        ("trat", "bei", "treten", "beitreten"),
    ],
)
def test_infinitive_of_verbs_with_a_prefix(
    form: str, particle: str, lemma: str, infinitive: str
) -> None:
    assert infinitive_of(load_lexicon(), form, particle, lemma) == infinitive


@pytest.mark.parametrize(
    ("form", "lemma", "infinitive"),
    [
        ("schoss", "schossen", "schießen"),
        ("beschoss", "beschossen", "beschießen"),
        ("bat", "bat", "bitten"),
        ("verlor", "verloren", "verlieren"),
        ("warf", "", "werfen"),
        ("ermordete", "ermordet", "ermorden"),
        ("Festgenommen", "Festgenommene", "festnehmen"),
    ],
)
def test_the_form_outweighs_a_wrong_lemma(form: str, lemma: str, infinitive: str) -> None:
    assert infinitive_of(load_lexicon(), form, "", lemma) == infinitive


def test_the_lemma_decides_between_infinitives_of_one_form() -> None:
    lexicon = small_lexicon(verbs="bieten bitten beten legen liegen gehören hören")
    assert lexicon.infinitives["gehört"] == {"gehören", "hören"}
    assert infinitive_of(lexicon, "gehört", "", "hören") == "hören"
    assert infinitive_of(lexicon, "gehört", "", "gehören") == "gehören"
    assert infinitive_of(lexicon, "gehört", "", "unbekannt") == "gehören"


@pytest.mark.parametrize(
    ("form", "particle", "lemma", "infinitive"),
    [
        ("tanzte", "", "tanzen", "tanzen"),
        ("tanzte", "vor", "tanzen", "vortanzen"),
        ("tanzte", "vor", "vortanzen", "vortanzen"),
        ("griff", "an", "greifen", "angreifen"),
    ],
)
def test_unknown_verbs_keep_their_lemma(
    form: str, particle: str, lemma: str, infinitive: str
) -> None:
    assert infinitive_of(small_lexicon(verbs="greifen"), form, particle, lemma) == infinitive


@pytest.mark.parametrize(
    ("infinitive", "form", "particle", "fits"),
    [
        ("angreifen", "griff", "an", True),
        ("angreifen", "griff", "auf", False),
        ("angreifen", "griff", "", False),
        ("angreifen", "angegriffen", "", True),
        ("greifen", "griff", "", True),
        ("greifen", "griff", "an", False),
        ("übernehmen", "übernahm", "", True),
    ],
)
def test_fits_particle(infinitive: str, form: str, particle: str, fits: bool) -> None:
    assert fits_particle(infinitive, form, particle) is fits


def test_participles_know_their_voice() -> None:
    lexicon = small_lexicon(verbs="angreifen")
    assert lexicon.participles == {
        "angreifend": ("angreifen", "active"),
        "angegriffen": ("angreifen", "passive"),
    }


@pytest.mark.parametrize(
    ("noun", "part"),
    [
        ("Besuch", "besuch"),
        ("Besuchs", "besuchs"),
        ("Besuche", "besuche"),
        ("Staatsbesuch", "besuch"),
        ("Staatsbesuchen", "besuchen"),
        ("EU-Besuch", "besuch"),
        ("Versuch", ""),
        ("Tisch", ""),
    ],
)
def test_noun_frames(noun: str, part: str) -> None:
    lexicon = small_lexicon(nouns="Besuch")
    assert noun_frames(lexicon, noun) == (part, (VISIT,) if part else ())


def test_the_longest_last_part_of_a_compound_counts() -> None:
    gas = Frame("founded", "noun", ("genitive",), ("von",))
    lexicon = Lexicon({}, {"zug": (VISIT,), "abzug": (gas,)}, {}, {}, {}, {})
    assert noun_frames(lexicon, "Truppenabzug") == ("abzug", (gas,))


def test_short_last_parts_match_only_as_whole_words() -> None:
    lexicon = Lexicon({}, {"rat": (VISIT,)}, {}, {}, {}, {})
    assert noun_frames(lexicon, "Rat") == ("rat", (VISIT,))
    assert noun_frames(lexicon, "Apparat") == ("", ())


@pytest.mark.parametrize(
    ("noun", "relation"),
    [
        ("Luftangriffen", "attacked"),
        ("Friedensabkommen", "agreedWith"),
        ("Staatsbesuchs", "visited"),
        ("Festnahmen", "coerced"),
        ("Kritik", "accused"),
    ],
)
def test_event_nouns_of_the_lexicon(noun: str, relation: str) -> None:
    assert relation in {frame.relation for frame in noun_frames(load_lexicon(), noun)[1]}


@pytest.mark.parametrize(
    "noun", ["Auswahl", "Begriff", "Begründung", "Beitrag", "Einführung", "Entscheidung", "Klima"]
)
def test_words_that_only_end_like_an_event_noun(noun: str) -> None:
    assert noun_frames(load_lexicon(), noun) == ("", ())


def test_tails_are_the_last_parts_of_a_compound() -> None:
    assert list(tails("Seeblockade")) == [
        "seeblockade", "eblockade", "blockade", "lockade", "ockade", "ckade", "kade",
    ]  # fmt: skip
    assert "führung" not in tails("Entführung")
    assert "führung" in tails("Geschäftsführung")


@pytest.mark.parametrize(("word", "plain"), [("zum", "zu"), ("im", "in"), ("gegen", "gegen")])
def test_contraction(word: str, plain: str) -> None:
    assert contraction(word) == plain


@pytest.mark.parametrize("verb", ["gewinnen", "haben", "innehaben"])
def test_who_has_a_seat_is_a_member(verb: str) -> None:
    found = [e.frame.relation for e in load_lexicon().expressions[verb] if e.noun == "sitz"]
    assert "memberOf" in found
