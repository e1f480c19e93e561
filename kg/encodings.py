"""Bytes of unknown encoding to clean text.

UTF-8 is tried first; UTF-16 needs a byte order mark; what is left may be Windows-1252, the
encoding of older German exports, which decodes nearly any bytes and is therefore taken only when
the outcome is spelt as German is.
"""

import codecs
import re
import unicodedata
from collections.abc import Callable

from kg.model import InputError

Warn = Callable[[str], None]

_UTF16_MARKS = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)
_MOST_CONTROLS = 0.1
_MOST_REPLACED = 0.01
_LEAST_USUAL = 0.6
# What most characters beyond ASCII are in German. No more of Latin-1: other alphabets misread as
# Windows-1252 look like a row of accented letters.
_USUAL = frozenset("äöüÄÖÜßé„“”‚‘’»«›‹–—…€§°·•\xa0\xad")
_CONTROL = re.compile(r"[\x00-\x08\x0b\x0e-\x1f\x7f-\x84\x86-\x9f]")
# Not allowed in XML, so GraphML could not carry them.
_UNWRITABLE = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ufffe\uffff]")
_SURROGATE = re.compile(r"[\ud800-\udfff]")


def decode(data: bytes, name: str, warn: Warn) -> str:
    """Decode a file.

    Args:
        data: The bytes of the file.
        name: What messages call the file.
        warn: Takes a line when the encoding had to be guessed.

    Raises:
        InputError: The bytes are not text.
    """
    text = _decode_utf16(data, name) if data.startswith(_UTF16_MARKS) else _decode(data, name, warn)
    if "\0" in text or len(_CONTROL.findall(text)) > _MOST_CONTROLS * len(text):
        raise InputError(f"{name}: is not text")
    return text


def clean(text: str) -> str:
    r"""Normalise to NFC with `\n` line ends, without byte order mark and control characters.

    Control characters become spaces and lone surrogates U+FFFD, one for one, so that offsets
    counted in composed text still fit.
    """
    text = text.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n")
    text = unicodedata.normalize("NFC", text)
    return _SURROGATE.sub("\ufffd", _UNWRITABLE.sub(" ", text))


def _decode_utf16(data: bytes, name: str) -> str:
    try:
        return data.decode("utf-16")
    except UnicodeDecodeError:
        raise InputError(f"{name}: is not text") from None


def _decode(data: bytes, name: str, warn: Warn) -> str:
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError:
        return _decode_legacy(data, name, warn)


def _decode_legacy(data: bytes, name: str, warn: Warn) -> str:
    text = data.decode("cp1252", errors="replace")
    if _spelt_as_german(text):
        warn(f"{name}: is not UTF-8, read as Windows-1252")
        return text
    text = data.decode("utf-8-sig", errors="replace")
    # A download that broke off inside a character, or a single damaged byte.
    if text.count("\ufffd") <= max(1, _MOST_REPLACED * len(text)):
        warn(f"{name}: has bytes that are not UTF-8, replaced by \ufffd")
        return text
    raise InputError(f"{name}: is not text")


def _spelt_as_german(text: str) -> bool:
    foreign = [char for char in text if ord(char) > 127]
    usual = sum(char in _USUAL for char in foreign)
    return usual >= _LEAST_USUAL * len(foreign)
