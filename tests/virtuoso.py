"""A Virtuoso server with a database of its own, gone after the test."""

import json
import socket
import subprocess
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from urllib.error import URLError
from urllib.parse import urlencode
from urllib.request import Request, urlopen

from tests.tools import program

PATIENCE = 60
SETTINGS = """\
[Database]
DatabaseFile = virtuoso.db
ErrorLogFile = virtuoso.log
TransactionFile = virtuoso.trx
xa_persistent_file = virtuoso.pxa
LockFile = virtuoso.lck
[TempDatabase]
DatabaseFile = temporary.db
TransactionFile = temporary.trx
[Parameters]
ServerPort = 127.0.0.1:{database}
NumberOfBuffers = 2000
MaxDirtyBuffers = 1500
[HTTPServer]
ServerPort = 127.0.0.1:{web}
ServerRoot = .
ServerThreads = 4
"""


@contextmanager
def virtuoso(folder: Path) -> Iterator[str]:
    """Start Virtuoso in a folder; gives its address. User and password are `dba`."""
    binary = program("virtuoso-t")
    database, web = free_port(), free_port()
    (folder / "virtuoso.ini").write_text(SETTINGS.format(database=database, web=web), "utf-8")
    command = [binary, "+foreground", "+configfile", "virtuoso.ini"]
    with (folder / "output").open("wb") as log:
        server = subprocess.Popen(command, cwd=folder, stdout=log, stderr=log)
    try:
        address = f"http://127.0.0.1:{web}"
        wait_for(address, server, folder / "output")
        yield address
    finally:
        server.kill()
        server.wait()


def free_port() -> int:
    """A port that nobody listens at."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
        return port


def wait_for(address: str, server: "subprocess.Popen[bytes]", log: Path) -> None:
    """Wait until the server answers."""
    end = time.monotonic() + PATIENCE
    while time.monotonic() < end and server.poll() is None:
        try:
            select(address, "SELECT * { } LIMIT 1")
        except URLError:
            time.sleep(0.1)
        else:
            return
    raise AssertionError(log.read_text("utf-8"))


def select(address: str, query: str) -> list[tuple[str, ...]]:
    """The rows that Virtuoso answers."""
    body = urlencode({"query": query}).encode()
    request = Request(f"{address}/sparql", body, {"Accept": "application/sparql-results+json"})  # noqa: S310
    with urlopen(request, timeout=PATIENCE) as response:  # noqa: S310 - our own server
        answer = json.load(response)
    names = answer["head"]["vars"]
    return [tuple(row[name]["value"] for name in names) for row in answer["results"]["bindings"]]
