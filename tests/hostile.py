"""A corpus whose every text would break a format that is written carelessly."""

from dataclasses import replace

from kg.model import Corpus, Document, Entity, Evidence, Mention, Polarity, Span, Statement
from tests.corpora import BASE, statement

NAMES = (
    "both \"quotes\" 'and' `ticks` \\ \\\\ \\u0041 \\n \\",
    "two\nlines,\r\nthree;\ttab",
    "<b>&amp;</b> ]]> <!-- x --> <?php",
    "😀 👨‍👩‍👧 𝔘 \U0001f1e9\U0001f1ea",
    "שלום \u202eevil\u202c مرحبا",
    "'; DROP TABLE statements; --",
    "{{7*7}} ${x} $1 {0} %s =1+1",
    " spaces at both ends ",
    "NULL",
    "\u2028\u2029\u0085\x7f\xa0\xad",
    "A\u0308 Ä ﬁ",
)
CONTROLS = "\x01 \x0b \x1b \x1f"
"""What XML 1.0 cannot hold; there it becomes U+FFFD, one for one."""
REPLACED = "\ufffd \ufffd \ufffd \ufffd"


def hostile_corpus(names: tuple[str, ...] = (*NAMES, CONTROLS)) -> Corpus:
    """An entity for each name, and statements about it that use the name everywhere.

    Of the first entity about every other, denied and asserted in turn, and a literal for each.
    """
    text = "\n".join(names)
    document = Document("d 1/ä?#%41", text, names[0], "http://example.org/?a=1&b=ä#c", "2023-09-20")
    entities = tuple(_entity(number, name, document) for number, name in enumerate(names))
    statements = []
    for number, entity in enumerate(entities):
        polarity = Polarity.NEGATIVE if number % 2 else Polarity.POSITIVE
        about = _statement(f"s{number:02}", entities[0], entity)
        statements.append(replace(about, polarity=polarity, source=entity.id, place=entity.id))
        literal = replace(about, id=f"v{number:02}", object=entity.name, literal=True)
        statements.append(replace(literal, relation="holdsPosition", subject=entity.id))
    return Corpus((document,), entities, tuple(statements))


def _entity(number: int, name: str, document: Document) -> Entity:
    start = document.text.index(name)
    mention = Mention(Span(document.id, start, start + len(name)), name, "name")
    labels = (("de", name), ("en", name))
    return Entity(f"{BASE}hostile/{number}", "Person", name, labels, (mention,))


def _statement(id_: str, subject: Entity, object_: Entity) -> Statement:
    (mention,) = object_.mentions
    return statement(
        id_,
        subject=subject.id,
        subject_text=subject.name,
        object=object_.id,
        object_text=object_.name,
        evidence=Evidence(mention.span, object_.name, object_.name),
        rule=object_.name,
    )
