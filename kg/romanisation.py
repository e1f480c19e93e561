"""Tell whether two spellings may be one name, romanised by other rules (*Alijew*, *Aliyev*)."""

import re
from functools import cache, lru_cache

from anyascii import anyascii

from kg.lexicon import REMEMBERED, read_toml

VOWELS = re.compile("[aeiouyj]|(.)(?=\\1)")


@lru_cache(maxsize=REMEMBERED)
def sound_key(name: str) -> str:
    """A key that spellings of one name share: *selenski* for *Selenskyj*, *Zelensky*, *Зеленский*.

    Different names may share one too, as *Fischer* and *Fisher*: it takes more to tell that two
    are one.
    """
    return " ".join(filter(None, (word_key(word) for word in words_of(name))))


@lru_cache(maxsize=REMEMBERED)
def skeleton(name: str) -> str:
    """What is left of the key without vowels and doubled letters; for finding what looks alike."""
    return " ".join(word[:1] + VOWELS.sub("", word[1:]) for word in sound_key(name).split())


def words_of(name: str) -> list[str]:
    """The words of a name, hyphens taken for spaces, without Arabic articles."""
    words = name.replace("’", "'").replace("-", " - ").split()
    articles, kept = rules()[1], []
    for i, word in enumerate(words):
        joined = word[:1].islower() or words[i + 1 : i + 2] == ["-"]
        if word != "-" and not (word.lower() in articles and joined and len(words) > i + 1):
            kept.append(word)
    return kept


@lru_cache(maxsize=REMEMBERED)
def word_key(word: str) -> str:
    """The key of one word."""
    sounds, _, variants = rules()
    plain = re.sub("[^a-z0-9.]", "", anyascii(word).lower())
    plain = variants.get(plain, plain)
    for pattern, sound in sounds:
        plain = pattern.sub(sound, plain)
    return plain


@cache
def rules() -> tuple[tuple[tuple[re.Pattern[str], str], ...], frozenset[str], dict[str, str]]:
    """The rules of sounds, the articles, and the first spelling for each listed variant."""
    table = read_toml("lexicon", "romanisation.toml")
    sounds = tuple((re.compile(pattern), sound) for pattern, sound in table["sounds"])
    listed = ((w, group[0]) for group in table["variants"] for w in group)
    variants = {re.sub("[^a-z]", "", anyascii(w).lower()): first.lower() for w, first in listed}
    return sounds, frozenset(table["articles"]), variants
