"""Forms of German verbs and nouns."""

import pytest

from kg.inflection import (
    irregular,
    load_strong_verbs,
    noun_forms,
    participle_forms,
    separable_prefix,
    verb_forms,
)

STRONG = load_strong_verbs()


@pytest.mark.parametrize(
    ("infinitive", "prefix"),
    [
        ("angreifen", "an"),
        ("auffordern", "auf"),
        ("beantragen", ""),
        ("antworten", ""),
        ("beitreten", "bei"),
        ("beißen", ""),
        ("beinhalten", ""),
        ("durchführen", "durch"),
        ("durchsuchen", ""),
        ("einigen", ""),
        ("handeln", ""),
        ("herrschen", ""),
        ("teilen", ""),
        ("teilnehmen", "teil"),
        ("umbenennen", "um"),
        ("umgehen", "um"),
        ("umzingeln", ""),
        ("unterbringen", "unter"),
        ("unterstützen", ""),
        ("wiederherstellen", "wieder"),
        ("wiederholen", ""),
        ("zurückweisen", "zurück"),
        ("überfallen", ""),
    ],
)
def test_separable_prefix(infinitive: str, prefix: str) -> None:
    assert separable_prefix(infinitive) == prefix


@pytest.mark.parametrize(
    ("infinitive", "first", "second"),
    [
        ("abschaffen", "abschaffend", "abgeschafft"),
        ("anerkennen", "anerkennend", "anerkannt"),
        ("angreifen", "angreifend", "angegriffen"),
        ("arbeiten", "arbeitend", "gearbeitet"),
        ("ausbeuten", "ausbeutend", "ausgebeutet"),
        ("begleiten", "begleitend", "begleitet"),
        ("beantragen", "beantragend", "beantragt"),
        ("bekanntgeben", "bekanntgebend", "bekanntgegeben"),
        ("bestreiten", "bestreitend", "bestritten"),
        ("einmarschieren", "einmarschierend", "einmarschiert"),
        ("entwaffnen", "entwaffnend", "entwaffnet"),
        ("fordern", "fordernd", "gefordert"),
        ("missverstehen", "missverstehend", "missverstanden"),
        ("regieren", "regierend", "regiert"),
        ("schaffen", "schaffend", "geschaffen"),
        ("tun", "tuend", "getan"),
        ("umgehen", "umgehend", "umgangen"),
        ("unterbringen", "unterbringend", "untergebracht"),
        ("verhängen", "verhängend", "verhängt"),
        ("vorbereiten", "vorbereitend", "vorbereitet"),
        ("wiederherstellen", "wiederherstellend", "wiederhergestellt"),
        ("zeichnen", "zeichnend", "gezeichnet"),
    ],
)
def test_participles(infinitive: str, first: str, second: str) -> None:
    assert participle_forms(infinitive, STRONG) == (first, second)
    assert {first, second} <= verb_forms(infinitive, STRONG)


@pytest.mark.parametrize(
    ("infinitive", "forms"),
    [
        ("auffordern", "aufforderte aufgefordert aufzufordern fordert forderten auffordere"),
        ("angreifen", "griff griffen angreife angriff griffe angegriffen anzugreifen greifen"),
        ("bewegen", "bewegte bewog bewegt bewogen"),
        ("handeln", "handle handelt handelte handelten"),
        ("helfen", "hilft half hülfe hälfe helfe geholfen"),
        ("rechnen", "rechnet rechnete"),
        ("sein", "ist sind war waren sei seien wäre wären bin gewesen"),
        ("senden", "sandte sendete gesandt gesendet"),
        ("umgehen", "umging ging umgangen umgegangen"),
        ("warnen", "warnt warnte gewarnt"),
        ("werden", "wird wurde wurden würde worden geworden"),
        ("wiederherstellen", "wiederherzustellen stellte wiederherstellte wiederhergestellt"),
        ("wissen", "weiß wisse wusste wüsste"),
    ],
)
def test_verb_forms(infinitive: str, forms: str) -> None:
    assert set(forms.split()) <= verb_forms(infinitive, STRONG)


@pytest.mark.parametrize(
    ("infinitive", "wrong"),
    [
        ("bestreiten", "gebestritten"),
        ("regieren", "geregiert"),
        ("warnen", "warnet"),
        ("angreifen", "angreifte"),
        ("unterstützen", "stützte"),
        ("begleiten", "beglitt"),
    ],
)
def test_forms_that_no_verb_has(infinitive: str, wrong: str) -> None:
    assert wrong not in verb_forms(infinitive, STRONG)


@pytest.mark.parametrize(
    ("noun", "forms"),
    [
        ("Abgeordnete", "Abgeordneter Abgeordneten"),
        ("Angriff", "Angriffs Angriffes Angriffe Angriffen"),
        ("Anschlag", "Anschläge Anschlägen Anschlags"),
        ("Bundesland", "Bundesländer Bundesländern"),
        ("Ergebnis", "Ergebnisse Ergebnissen Ergebnisses"),
        ("Firma", "Firmen"),
        ("Ministerin", "Ministerinnen"),
        ("Mitglied", "Mitglieder Mitgliedern Mitglieds"),
        ("Name", "Namen Namens"),
        ("Präsident", "Präsidenten"),
        ("Regierung", "Regierungen"),
        ("Sprecher", "Sprechers Sprechern"),
        ("Vater", "Väter Vätern"),
        ("Vorsitzender", "Vorsitzende Vorsitzenden Vorsitzendem"),
        ("Zentrum", "Zentren Zentrums"),
    ],
)
def test_noun_forms(noun: str, forms: str) -> None:
    assert {noun, *forms.split()} <= noun_forms(noun)


@pytest.mark.parametrize(
    ("noun", "other"), [("Kampf", "Kämpfer"), ("Kritik", "Kritiker"), ("Wahl", "Wähler")]
)
def test_an_event_is_not_its_agent(noun: str, other: str) -> None:
    assert other not in noun_forms(noun)


@pytest.mark.parametrize(
    ("noun", "other"), [("Täter", "Täten"), ("Fischer", "Fische"), ("Sender", "Sende")]
)
def test_an_agent_is_no_adjective(noun: str, other: str) -> None:
    assert other not in noun_forms(noun)


def test_strong_verbs_are_base_verbs() -> None:
    assert len(STRONG) > 170
    assert {infinitive for infinitive in STRONG if separable_prefix(infinitive)} == set()


def test_subjunctives_end_in_e() -> None:
    rows = [*STRONG.values(), *irregular().alternative.values()]
    assert {row[3] for row in rows if not row[3].endswith(("e", "ie"))} == set()


def test_every_strong_verb_has_its_listed_parts() -> None:
    for infinitive, parts in STRONG.items():
        assert set(parts) <= verb_forms(infinitive, STRONG)


def test_not_all_nouns_in_ik_are_feminine() -> None:
    assert {"Streiks", "Streik"} <= noun_forms("Streik")
    assert "Politiks" not in noun_forms("Politik")


@pytest.mark.parametrize(
    ("noun", "plural"),
    [
        ("Spiel", "Spielen"),
        ("Quartier", "Quartiere"),
        ("Passagier", "Passagieren"),
        ("Feier", "Feiern"),
        ("Spanier", "Spaniern"),
    ],
)
def test_stressed_endings_make_strong_plurals(noun: str, plural: str) -> None:
    assert plural in noun_forms(noun)
    assert "Spanieren" not in noun_forms("Spanier")
