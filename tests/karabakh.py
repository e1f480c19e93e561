"""A small graph about September 2023 for tests of the page, and one that wants to break it."""

import re
from typing import Any

import networkx as nx

WD = "http://www.wikidata.org/entity/"
ID = "https://w3id.org/newskg/id/"
AZE, ARM, ART, RUS = f"{WD}Q227", f"{WD}Q399", f"{WD}Q244165", f"{WD}Q159"
BAERBOCK, PASHINYAN = f"{WD}Q15831352", f"{WD}Q7035479"
DEU, EU, UN, GORIS, YEREVAN = f"{WD}Q183", f"{WD}Q458", f"{WD}Q1065", f"{WD}Q1023", f"{WD}Q1953"
SEPARATISTS, REFUGEES, DEAD = f"{ID}separatisten", f"{ID}gefluechtete", f"{ID}getoetete"
MINISTRY, WAR = f"{ID}verteidigungsministerium", f"{ID}zweiter-karabach-krieg"
OBSERVER = f"{ID}beobachter"

NODES = {
    AZE: ("Aserbaidschan", "Azerbaijan", "Place"),
    ARM: ("Armenien", "Armenia", "Place"),
    ART: ("Bergkarabach", "Nagorno-Karabakh", "Place"),
    RUS: ("Russland", "Russia", "Place"),
    DEU: ("Deutschland", "Germany", "Place"),
    EU: ("Europäische Union", "European Union", "Organization"),
    UN: ("Vereinte Nationen", "United Nations", "Organization"),
    GORIS: ("Goris", "Goris", "Place"),
    YEREVAN: ("Jerewan", "Yerevan", "Place"),
    BAERBOCK: ("Annalena Baerbock", "Annalena Baerbock", "Person"),
    PASHINYAN: ("Nikol Paschinjan", "Nikol Pashinyan", "Person"),
    SEPARATISTS: ("Separatisten", "separatists", "Group"),
    REFUGEES: ("Geflüchtete", "refugees", "Group"),
    DEAD: ("Getötete", "people killed", "Group"),
    MINISTRY: (
        "Verteidigungsministerium Aserbaidschans",
        "Azerbaijani defence ministry",
        "Organization",
    ),
    WAR: ("Zweiter Karabach-Krieg", "Second Karabakh War", "Event"),
    OBSERVER: ("Beobachtermission", "observer mission", "Organization"),
}
RELATIONS = {
    "attacked": ("greift an", "attacks"),
    "calledOn": ("fordert auf", "calls on"),
    "accused": ("beschuldigt", "accuses"),
    "agreedWith": ("einigt sich mit", "agrees with"),
    "threatened": ("droht", "threatens"),
    "supported": ("unterstützt", "supports"),
    "aided": ("hilft", "aids"),
    "movedTo": ("gelangt nach", "moves to"),
    "partOf": ("ist Teil von", "is part of"),
    "positionIn": ("hat ein Amt in", "holds office in"),
    "leads": ("führt", "leads"),
    "memberOf": ("ist Mitglied von", "is member of"),
    "alliedWith": ("ist verbündet mit", "is allied with"),
    "locatedIn": ("liegt in", "is located in"),
    "visited": ("besucht", "visits"),
    "participatedIn": ("nimmt teil an", "participates in"),
    "holdsPosition": ("hat das Amt", "holds the position"),
    "killedCount": ("Zahl der Getöteten", "number of people killed"),
}
ARTICLES = {
    "karabach-1": (
        "Aserbaidschan beginnt Angriff auf Bergkarabach",
        "2023-09-19",
        "https://example.org/karabach-1",
    ),
    "karabach-2": ("Feuerpause nach einem Tag", "2023-09-20", "https://example.org/karabach-2"),
    "karabach-3": ("Tausende fliehen nach Goris", "2023-09-25", ""),
}
ATTACK = "Am Dienstag griff Aserbaidschan das Gebiet Bergkarabach mit Artillerie an."
CLAIMS = "Das Ministerium in Baku teilte mit, die Separatisten hätten zuerst geschossen."
DENIAL = "Armenien habe nicht angegriffen, sagte Paschinjan in Jerewan."
APPEAL = "Außenministerin Baerbock rief Aserbaidschan auf, Angriffe auf Bergkarabach zu beenden."
TRUCE = "Die Separatisten einigten sich am Mittwoch mit Aserbaidschan auf eine Feuerpause."
TOLL = "Nach Angaben der Separatisten wurden 32 Menschen getötet."
FLIGHT = "Bis Montag erreichten mehr als 6.000 Geflüchtete die armenische Stadt Goris."
AID = "Die Europäische Union will Armenien mit fünf Millionen Euro helfen."
RUSSIA = "Russland, mit Armenien verbündet, könnte nach Ansicht vieler Aserbaidschan drohen."


def statement(
    relation: str, sentence: str, document: str = "karabach-1", **values: Any
) -> dict[str, Any]:
    """Attributes of an edge, or of a fact when `value` is given."""
    title, published, url = ARTICLES[document]
    de, en = RELATIONS.get(relation, (relation, relation))
    return {
        "relation": relation,
        "label_de": de,
        "label_en": en,
        "polarity": "positive",
        "modality": "asserted",
        "source": "",
        "source_name": "",
        "date": "",
        "place": "",
        "place_name": "",
        "sentence": sentence,
        "document": document,
        "title": title,
        "published": published,
        "url": url,
        "start": 0,
        "end": 0,
        "predicate": "",
        "subject_text": "",
        "object_text": "",
        "confidence": 0.8,
        "rule": "verb",
    } | values


EDGES: list[tuple[str, str, dict[str, Any]]] = [
    (
        AZE,
        ART,
        statement(
            "attacked",
            ATTACK,
            date="2023-09-19",
            place=ART,
            place_name="Bergkarabach",
            predicate="griff … an",
            confidence=0.91,
            subject_text="Aserbaidschan",
            object_text="Bergkarabach",
        ),
    ),
    (
        AZE,
        ART,
        statement(
            "attacked",
            "Die Angriffe Aserbaidschans auf Bergkarabach dauerten an.",
            "karabach-2",
            predicate="Angriffe",
            subject_text="Aserbaidschans",
            object_text="Bergkarabach",
            rule="noun",
        ),
    ),
    (
        SEPARATISTS,
        AZE,
        statement(
            "attacked",
            CLAIMS,
            modality="reported",
            source=MINISTRY,
            source_name="Verteidigungsministerium Aserbaidschans",
            predicate="geschossen",
            subject_text="die Separatisten",
        ),
    ),
    (
        ARM,
        AZE,
        statement(
            "attacked",
            DENIAL,
            polarity="negative",
            modality="reported",
            source=PASHINYAN,
            source_name="Nikol Paschinjan",
            place=YEREVAN,
            place_name="Jerewan",
            predicate="angegriffen",
            subject_text="Armenien",
        ),
    ),
    (
        BAERBOCK,
        AZE,
        statement(
            "calledOn",
            APPEAL,
            predicate="rief … auf",
            subject_text="Baerbock",
            object_text="Aserbaidschan",
        ),
    ),
    (BAERBOCK, AZE, statement("accused", APPEAL, modality="possible", confidence=0.4)),
    (
        AZE,
        ART,
        statement(
            "attacked",
            APPEAL,
            modality="demanded",
            polarity="negative",
            predicate="Angriffe auf",
            source=BAERBOCK,
            source_name="Annalena Baerbock",
            subject_text="Aserbaidschan",
            object_text="Bergkarabach",
            confidence=0.7,
        ),
    ),
    (
        BAERBOCK,
        DEU,
        statement(
            "positionIn", APPEAL, predicate="Außenministerin", subject_text="Baerbock", rule="title"
        ),
    ),
    (
        SEPARATISTS,
        AZE,
        statement(
            "agreedWith",
            TRUCE,
            "karabach-2",
            date="2023-09-20",
            predicate="einigten sich",
            subject_text="Die Separatisten",
            object_text="Aserbaidschan",
        ),
    ),
    (PASHINYAN, ARM, statement("leads", DENIAL, subject_text="Paschinjan", rule="title")),
    (PASHINYAN, AZE, statement("accused", DENIAL)),
    (
        REFUGEES,
        GORIS,
        statement(
            "movedTo",
            FLIGHT,
            "karabach-3",
            date="2023-09",
            predicate="erreichten",
            subject_text="6.000 Geflüchtete",
            object_text="Goris",
        ),
    ),
    (
        GORIS,
        ARM,
        statement(
            "locatedIn",
            FLIGHT,
            "karabach-3",
            predicate="armenische Stadt",
            object_text="armenische",
            subject_text="Goris",
            rule="adjective",
        ),
    ),
    (REFUGEES, ART, statement("movedTo", FLIGHT, "karabach-3", polarity="negative")),
    (
        EU,
        ARM,
        statement(
            "aided",
            AID,
            "karabach-3",
            modality="planned",
            predicate="helfen",
            subject_text="Die Europäische Union",
            object_text="Armenien",
        ),
    ),
    (
        RUS,
        ARM,
        statement(
            "alliedWith",
            RUSSIA,
            "karabach-2",
            predicate="verbündet",
            subject_text="Russland",
            object_text="Armenien",
        ),
    ),
    (
        RUS,
        AZE,
        statement(
            "threatened",
            RUSSIA,
            "karabach-2",
            modality="possible",
            predicate="drohen",
            subject_text="Russland",
            object_text="Aserbaidschan",
            confidence=0.45,
        ),
    ),
    (MINISTRY, AZE, statement("partOf", CLAIMS)),
    (YEREVAN, ARM, statement("locatedIn", DENIAL)),
    (ARM, WAR, statement("participatedIn", RUSSIA, "karabach-2")),
    (AZE, WAR, statement("participatedIn", RUSSIA, "karabach-2")),
    (DEU, EU, statement("memberOf", AID, "karabach-3")),
    (SEPARATISTS, ART, statement("partOf", TRUCE, "karabach-2")),
    (UN, OBSERVER, statement("leads", AID, "karabach-3", modality="planned")),
]


def karabakh() -> "nx.MultiDiGraph[str]":
    """A small graph about September 2023 as `kg.graph` would make it."""
    graph: nx.MultiDiGraph[str] = nx.MultiDiGraph(
        base=ID, documents=[document(id_) for id_ in ARTICLES]
    )
    for node, (de, en, type_) in NODES.items():
        wikidata = node.removeprefix(WD) if node.startswith(WD) else ""
        graph.add_node(
            node,
            label=de,
            label_de=de,
            label_en=en,
            type=type_,
            wikidata=wikidata,
            mentions=3,
            facts=[],
        )
    graph.nodes[BAERBOCK]["facts"] = [
        placed(
            statement(
                "holdsPosition",
                APPEAL,
                value="Außenministerin",
                predicate="Außenministerin",
                subject_text="Baerbock",
                object_text="Außenministerin",
                rule="title",
            )
        )
    ]
    graph.nodes[DEAD]["facts"] = [
        placed(
            statement(
                "killedCount",
                TOLL,
                "karabach-2",
                value="32",
                modality="reported",
                source=SEPARATISTS,
                source_name="Separatisten",
                predicate="getötet",
                object_text="32",
            )
        )
    ]
    for number, (subject, object_, attributes) in enumerate(EDGES):
        graph.add_edge(subject, object_, key=f"{ID}st/{number:04}", **placed(attributes))
    return graph


def placed(values: dict[str, Any]) -> dict[str, Any]:
    """A statement with the offsets of its sentence in its article."""
    start = text_of(values["document"]).index(values["sentence"])
    return values | {"start": start, "end": start + len(values["sentence"])}


def text_of(id_: str) -> str:
    """An article: its headline, and its sentences in one paragraph."""
    facts = [(APPEAL, "karabach-1"), (TOLL, "karabach-2")]
    told = [(values["sentence"], values["document"]) for *_, values in EDGES] + facts
    sentences = dict.fromkeys(sentence for sentence, document in told if document == id_)
    return f"{ARTICLES[id_][0]}\n\n{' '.join(sentences)}"


def document(id_: str) -> dict[str, Any]:
    """An article with its mentions, as `kg.graph` describes it."""
    title, published, url = ARTICLES[id_]
    text = text_of(id_)
    found = [
        [match.start(), match.end(), "name", node]
        for node, (name, *_) in NODES.items()
        for match in re.finditer(rf"\b{re.escape(name)}\b", text)
    ]
    return {
        "id": id_,
        "title": title,
        "published": published,
        "url": url,
        "source": "Beispielbote",
        "language": "de",
        "text": text,
        "mentions": sorted(found),
    }


def hostile() -> "nx.MultiDiGraph[str]":
    """A graph whose every string tries to become markup, script or a request."""
    attack = "</script><script>alert(1)</script><img src=x onerror=alert(2)>\u2028{{ 7*7 }}"
    values = dict.fromkeys(
        (
            "source_name",
            "place_name",
            "title",
            "document",
            "date",
            "published",
            "predicate",
            "subject_text",
            "object_text",
            "label_de",
            "label_en",
            "rule",
            "source",
            "place",
        ),
        attack,
    )
    text = f"{attack}\n\n{attack} <b>fett</b>"
    article = {
        "id": attack,
        "title": attack,
        "published": attack,
        "url": "javascript:alert(7)",
        "source": attack,
        "language": '"><script>alert(8)</script>',
        "text": text,
        "mentions": [[0, 9, attack, "javascript:alert(3)"], [2, 9999, "name", "nowhere"]],
    }
    graph: nx.MultiDiGraph[str] = nx.MultiDiGraph(base='"><script>', documents=[article])
    for node in ("javascript:alert(3)", f"{ID}</script><svg onload=alert(4)>"):
        graph.add_node(
            node,
            label=attack,
            label_de=attack,
            label_en=attack,
            type=attack,
            wikidata="Q1/../evil",
            mentions=1,
            facts=[],
        )
    first, second = graph
    edge = statement("attacked", f"{attack} <b>fett</b>") | values
    graph.add_edge(first, second, key=f"a{attack}", **edge)
    graph.add_edge(second, first, key="b", **(edge | {"url": "javascript:alert(5)"}))
    graph.add_edge(second, second, key="c", **(edge | {"url": "data:text/html,<script>1"}))
    graph.nodes[first]["facts"] = [edge | {"value": attack, "url": "JaVaScRiPt:alert(6)"}]
    return graph
