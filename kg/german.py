"""German as the bundled pipeline reads it: spaCy's, with longer word beginnings as a feature."""

from typing import Any, ClassVar

from spacy.attrs import PREFIX  # type: ignore[import-not-found]
from spacy.lang.de import German
from spacy.util import registry

PREFIX_LETTERS = 3
# A full stop behind a name that ends in a single capital (*SpaceX.*), which is no abbreviation.
AFTER_CAPITAL = r"(?<=[a-zäöüß][A-ZÄÖÜ])\."


class NewsGermanDefaults(German.Defaults):  # type: ignore[misc,valid-type]
    """spaCy's German, but that the prefix of a word is its first three letters, not one.

    The full stop behind a name in a capital is cut off, too.
    """

    suffixes = (*German.Defaults.suffixes, AFTER_CAPITAL)
    lex_attr_getters: ClassVar[dict[int, Any]] = {
        **German.Defaults.lex_attr_getters,
        PREFIX: lambda text: text[:PREFIX_LETTERS],
    }


@registry.languages("de_news")
class NewsGerman(German):  # type: ignore[no-untyped-call]
    """German with the lexical features that the bundled weights were trained on."""

    lang = "de_news"
    Defaults = NewsGermanDefaults
