"""What the service answers, and how it says no."""

import io
import json
from dataclasses import dataclass

from kg.model import KgError

TURTLE = "text/turtle"
HTML = "text/html"
TEXT = "text/plain"
READY = b"ready"
"""What a process says that has loaded the graph."""


class RefusedError(KgError):
    """A request that is not answered: the status of HTTP and one line that says why."""

    def __init__(self, status: int, reason: str) -> None:
        """Refuse with a status from 400 on."""
        super().__init__(reason)
        self.status = status


@dataclass(frozen=True, slots=True)
class Answer:
    """An answer.

    Attributes:
        body: Its content.
        media_type: Its media type without parameters.
        status: Its status of HTTP.
        drawn: Whether it is a page of `kg.views`, which says itself what it may load.
    """

    body: bytes
    media_type: str
    status: int = 200
    drawn: bool = False

    def packed(self) -> bytes:
        """The answer as a line of JSON with the content behind it."""
        head = json.dumps(
            {"media_type": self.media_type, "status": self.status, "drawn": self.drawn}
        )
        return head.encode() + b"\n" + self.body


def unpacked(data: bytes) -> Answer:
    """The answer that `Answer.packed` wrote."""
    head, _, body = data.partition(b"\n")
    return Answer(body, **json.loads(head))


def refused(error: RefusedError) -> Answer:
    """A refusal as one line of plain text."""
    line = " ".join(str(error).split())
    return Answer(f"{line}\n".encode(), TEXT, error.status)


class Capped(io.BytesIO):
    """A buffer that takes so many bytes and no more."""

    def __init__(self, most: int) -> None:
        """Take at most this many bytes."""
        super().__init__()
        self.most = most

    def write(self, data: "bytes | bytearray | memoryview[int]", /) -> int:  # type: ignore[override]
        """Take bytes.

        Raises:
            RefusedError: They are more than it takes.
        """
        if self.tell() + len(data) > self.most:
            raise RefusedError(
                503,
                f"the result is larger than {self.most // 2**20} MiB: ask for less, "
                "for example with LIMIT",
            )
        return super().write(data)
