"""What identifies the event that a statement tells of: type, participants, time and place."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cache
from hashlib import sha256

from kg.model import Corpus, Statement
from kg.ontology import load_relations
from kg.rdf.actors import actors_of, event_type, unnamed

_DAY = len("2023-09-20")


@dataclass(frozen=True, slots=True)
class Account:
    """A statement as an account of an event.

    Attributes:
        statement: Its id.
        document: Id of its article.
        published: Day on which the article was published, "" where unknown.
        type: PLOVER type of the event.
        ends: Ids of its participants: who acts before whom it is done to, or sorted where both
            sides of such an event do the same. Who acts is "" where that is left open.
        date: ISO day, month or year, "" where the article says none.
        place: Id of the place, "" where unknown or where it is a participant.
        exact: Whether all participants have a name.
    """

    statement: str
    document: str
    published: str
    type: str
    ends: tuple[str, str]
    date: str
    place: str
    exact: bool

    @property
    def day(self) -> bool:
        """Whether the day is known."""
        return len(self.date) == _DAY

    @property
    def time(self) -> str:
        """What may be said of the time to tell the event from others.

        The day; else, as far as one article goes, the month or year that it says; else that it is
        told without a date in articles of one day, or in this one alone.
        """
        if self.day:
            return self.date
        if self.date or len(self.published) != _DAY:
            return f"{self.date} in {self.document}"
        return f"told {self.published}"


def accounts_of(statements: Sequence[Statement], corpus: Corpus) -> tuple[Account, ...]:
    """Those statements of a corpus that tell of events as accounts of them, in the order given."""
    published = {document.id: document.published for document in corpus.documents}
    actors, nameless = actors_of(statements, corpus), unnamed(corpus) | {""}
    return tuple(
        Account(
            statement=statement.id,
            document=statement.evidence.span.document,
            published=published.get(statement.evidence.span.document, ""),
            type=event_type(statement),
            ends=ends,
            date=statement.date or "",
            place="" if statement.place in ends else statement.place or "",
            exact=nameless.isdisjoint(ends),
        )
        for statement in statements
        for ends in [_ends(statement, actors[statement.id])]
    )


def _ends(statement: Statement, actor: str) -> tuple[str, str]:
    ends = (actor, statement.object)
    return (min(ends), max(ends)) if event_type(statement) in _mutual_types() else ends


def event_id(accounts: Sequence[Account]) -> str:
    """The id of the event that accounts tell of: its type, its day, and a hash of what it is.

    It is made from the participants, the time and the place of one account, the most exact one and
    the first by its participants. So another build names the event alike if it finds that one.
    """
    main = min(accounts, key=exactness)
    alike = (a for a in accounts if (a.type, a.ends, a.time) == (main.type, main.ends, main.time))
    what = (main.type, main.time, *main.ends, max(a.place for a in alike))
    digest = sha256("\x1f".join(what).encode()).hexdigest()[:12]
    return "-".join([main.type.lower(), *([main.date] if main.day else []), digest])


def event_date(dates: Iterable[str]) -> str:
    """The most exact of the dates that an event is told with, "" where there is none."""
    return min(dates, key=lambda date: (-len(date), date), default="")


def exactness(account: Account) -> tuple[bool, bool, str, tuple[str, str]]:
    """Sorts the account first that says best which event it tells of."""
    return not account.day, not account.exact, account.time, account.ends


@cache
def _mutual_types() -> frozenset[str]:
    """Types of events in which both sides do the same: those of a symmetric relation."""
    relations = load_relations().values()
    return frozenset(r.plover for r in relations if r.plover and r.symmetric)
