"""In what language a text is written."""

from functools import cache

from babel import Locale, UnknownLocaleError
from py3langid.langid import MODEL_FILE, LanguageIdentifier

GERMAN = "de"

# Enough to be sure: German articles are recognised from their first 200 characters.
_READ = 2_000
# Below it a text of names, numbers or a few words is given the benefit of the doubt.
_CONFIDENT = 0.95
# Words that no other language writes so. Where they abound, the model need not be loaded.
_GERMAN_WORDS = frozenset("auf dem eine für ist mit nicht sich und wurde".split())
_ABOUND = 0.05
_ENOUGH_WORDS = 30


def detect_language(text: str) -> str:
    """Return the ISO 639 code of the language, `de` where nothing else is certain.

    Naive Bayes over byte n-grams (langid.py by Lui and Baldwin, in the py3langid edition), unless
    German function words leave no doubt.
    """
    if _is_plainly_german(text[:_READ].lower().split()):
        return GERMAN
    language, confidence = _identifier().classify(text[:_READ])
    return str(language) if confidence >= _CONFIDENT else GERMAN


def _is_plainly_german(words: list[str]) -> bool:
    own = sum(word in _GERMAN_WORDS for word in words)
    return len(words) >= _ENOUGH_WORDS and own >= _ABOUND * len(words)


def language_name(code: str) -> str:
    """Return the English name of a language, its code where CLDR has none."""
    try:
        return Locale.parse(code).get_language_name("en") or code
    except (UnknownLocaleError, ValueError):
        return code


@cache
def _identifier() -> LanguageIdentifier:
    return LanguageIdentifier.from_model_file(MODEL_FILE, norm_probs=True)
