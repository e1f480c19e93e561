"""A small corpus built by hand, for tests of everything after extraction."""

from kg.model import (
    Corpus,
    Document,
    Entity,
    Evidence,
    Mention,
    Modality,
    OpenFact,
    Polarity,
    Span,
    Statement,
)

BASE = "https://w3id.org/newskg/id/"
NORDLAND = BASE + "nordland"
SUEDLAND = "http://www.wikidata.org/entity/Q99999901"
MINISTERIN = BASE + "ada-müller"
HAFEN = BASE + "hafen"
SOLDATEN = BASE + "soldaten"
BUND = BASE + "küstenbund"

TITLE = "Nordland greift Südland an"
SENTENCES = (
    "Nordland griff am Dienstag Südland und den Küstenbund bei Hafen an.",
    "Außenministerin Ada Müller rief Nordland zum Rückzug auf.",
    "Nordland habe keine Soldaten getötet, sagte sie.",
    "Bei dem Angriff starben 32 Soldaten, verletzt wurden sechs.",
    "Müller will den Küstenbund besuchen.",
)
TEXT = TITLE + "\n\n" + " ".join(SENTENCES)
LATER = (
    "Nordland hat Südland am 19. September angegriffen.",
    "Südland und Nordland trafen sich.",
)
SECOND = " ".join(LATER)


def small_corpus() -> Corpus:
    """Two articles, six entities, and statements of every polarity and modality."""
    documents = (
        Document(
            id="angriff 1",
            text=TEXT,
            title=TITLE,
            url="https://example.org/angriff?id=1&x=ä",
            published="2023-09-20",
            source="Küstenbote",
        ),
        Document(id="später", text=SECOND, published="2023-10"),
    )
    return Corpus(documents, _entities(), _statements(), _open_facts())


def evidence(sentence: int, predicate: str) -> Evidence:
    """Evidence in a sentence of the first article."""
    start = TEXT.index(SENTENCES[sentence])
    span = Span("angriff 1", start, start + len(SENTENCES[sentence]))
    return Evidence(span, SENTENCES[sentence], predicate)


def statement(id_: str, **values: object) -> Statement:
    """A positive asserted statement of the first article, with some values replaced."""
    usual: dict[str, object] = {
        "id": id_,
        "subject": NORDLAND,
        "subject_text": "Nordland",
        "relation": "attacked",
        "object": SUEDLAND,
        "object_text": "Südland",
        "literal": False,
        "polarity": Polarity.POSITIVE,
        "modality": Modality.ASSERTED,
        "source": None,
        "date": None,
        "place": None,
        "evidence": evidence(0, "griff an"),
        "confidence": 0.83,
        "rule": "frame:attacked",
    }
    return Statement(**(usual | values))  # type: ignore[arg-type]


def _entities() -> tuple[Entity, ...]:
    return (
        _entity(NORDLAND, "Place", ("Nordland", "Northland"), "Nordland"),
        _entity(SUEDLAND, "Place", ("Südland", "Southland"), "Südland", "Q99999901"),
        _entity(BUND, "Organization", ("Küstenbund", "Coast League"), "Küstenbund"),
        _entity(HAFEN, "Place", ("Hafen", "Harbour"), "Hafen"),
        _entity(MINISTERIN, "Person", ("Ada Müller", "Ada Müller"), "Ada Müller"),
        _entity(SOLDATEN, "Group", ("Soldaten", "soldiers"), "Soldaten"),
    )


def _entity(
    id_: str, type_: str, labels: tuple[str, str], text: str, wikidata: str | None = None
) -> Entity:
    pages = {"angriff 1": TEXT, "später": SECOND}
    mentions = tuple(
        Mention(Span(document, start, start + len(text)), text, "name")
        for document, page in pages.items()
        for start in range(len(page))
        if page.startswith(text, start)
    )
    pairs = (("de", labels[0]), ("en", labels[1]))
    return Entity(id_, type_, labels[0], pairs, mentions, wikidata, ("same name", "same type"))


def _statements() -> tuple[Statement, ...]:
    return (
        statement("a1", date="2023-09-19", place=HAFEN),
        statement("a2", object=BUND, object_text="den Küstenbund", date="2023-09-19", place=HAFEN),
        _literal("b1", MINISTERIN, "holdsPosition", "Außenministerin", 1),
        statement(
            "b2",
            subject=MINISTERIN,
            subject_text="Außenministerin Ada Müller",
            relation="calledOn",
            object=NORDLAND,
            object_text="Nordland",
            evidence=evidence(1, "rief auf"),
            confidence=1.0,
        ),
        statement(
            "c1",
            relation="attacked",
            object=SOLDATEN,
            object_text="Soldaten",
            polarity=Polarity.NEGATIVE,
            modality=Modality.REPORTED,
            source=MINISTERIN,
            evidence=evidence(2, "getötet"),
        ),
        _literal("d1", SOLDATEN, "killedCount", "32", 3),
        _literal("d2", SOLDATEN, "injuredCount", "sechs", 3),
        statement(
            "e1",
            subject=MINISTERIN,
            subject_text="Müller",
            relation="visited",
            object=BUND,
            object_text="den Küstenbund",
            modality=Modality.PLANNED,
            evidence=evidence(4, "besuchen"),
        ),
        *_later(),
    )


def _literal(id_: str, subject: str, relation: str, value: str, sentence: int) -> Statement:
    return statement(
        id_,
        subject=subject,
        relation=relation,
        object=value,
        object_text=value,
        literal=True,
        evidence=evidence(sentence, value),
    )


def _later() -> tuple[Statement, ...]:
    cut = len(LATER[0])
    attack = Evidence(Span("später", 0, cut), LATER[0], "angegriffen")
    meeting = Evidence(Span("später", cut + 1, len(SECOND)), LATER[1], "trafen sich")
    return (
        statement("f1", date="2023-09-19", evidence=attack, confidence=0.5),
        statement("f2", relation="metWith", date="2023", evidence=meeting),
    )


def _open_facts() -> tuple[OpenFact, ...]:
    span = evidence(0, "").span
    usual = (Polarity.POSITIVE, Modality.ASSERTED)
    return (OpenFact("angriff 1", 1, "Nordland", "griff an", "Südland", *usual, span),)
