"""Writing files."""

import os
import tempfile
from collections.abc import Mapping
from pathlib import Path

from kg.model import InputError


def write_whole(path: Path, data: bytes) -> None:
    """Write a file whole or not at all: on failure an older file stays as it was.

    Missing folders are made.

    Raises:
        InputError: The file cannot be written there.
    """
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        descriptor, name = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name}.")
        try:
            with os.fdopen(descriptor, "wb") as file:
                file.write(data)
            Path(name).chmod(_mode(path))
            Path(name).replace(path)
        except BaseException:
            Path(name).unlink()
            raise
    except OSError as error:
        raise InputError(f"{path}: {error.strerror or error}") from error


def _mode(path: Path) -> int:
    """The rights that the file has, or that an ordinary new file would get."""
    if path.exists():
        return path.stat().st_mode & 0o777
    mask = os.umask(0)
    os.umask(mask)
    return 0o666 & ~mask


def write_together(folder: Path, files: Mapping[str, bytes]) -> None:
    """Write files into a folder, all of them or none: on failure older files stay as they were.

    Missing folders are made. Other files of the folder stay.

    Raises:
        InputError: The folder or one of the files cannot be written.
    """
    try:
        _write_beside(folder, files)
    except OSError as error:
        reason = error.strerror or error
        raise InputError(f"{folder}: cannot be written: {reason}") from error


def _write_beside(folder: Path, files: Mapping[str, bytes]) -> None:
    folder.mkdir(parents=True, exist_ok=True)
    for name in files:
        if (folder / name).is_dir():
            raise InputError(f"{folder / name}: cannot be written: is a folder")
    with tempfile.TemporaryDirectory(dir=folder, prefix=".build-") as stage:
        for name, data in files.items():
            Path(stage, name).write_bytes(data)
        for name in files:
            Path(stage, name).replace(folder / name)
