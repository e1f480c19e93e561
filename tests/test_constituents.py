from kg.constituents import constituents, extended
from tests.trees import tree


def found(table: str, verb: str) -> list[tuple[str, list[str]]]:
    """Kind and first alternatives of each constituent."""
    token = next(t for t in tree(table) if t.text == verb)
    return [
        (c.kind, [" ".join(t.text for t in words) for words in c.steps[0].alternatives])
        for c in constituents(token)
    ]


def test_an_adverbial_keeps_what_hangs_on_it_and_shares_its_preposition() -> None:
    table = """
        Riga       2 nsubj NE
        dankt      0 root  VVFIN
        mit        4 case  APPR
        Briefen    2 obl   NN
        aus        6 case  APPR
        Papier     4 nmod  NN
        und        8 cc    KON
        Blumen     4 conj  NN
    """
    assert found(table, "dankt") == [("adverbial", ["mit Briefen aus Papier", "mit Blumen"])]


def test_a_relative_pronoun_is_replaced_in_any_place() -> None:
    table = """
        Orte       0 root  NN
        ,          6 punct $,
        an         4 case  APPR
        denen      6 obl   PRELS
        Riga       6 nsubj NE
        baut       1 acl   VVFIN
    """
    assert found(table, "baut") == [("adverbial", ["an Orte"])]


def test_a_source_is_no_constituent() -> None:
    table = """
        Laut       2 case  APPR
        Riga       3 obl   NE
        kam        0 root  VVFIN
        Wien       3 nsubj NE
        zu         6 case  APPR
        Fall       3 obl   NN
    """
    assert found(table, "kam") == [("adverbial", ["zu Fall"])]


def test_an_adjective_is_told_only_where_nothing_completes_it() -> None:
    alone = "Riga 4 nsubj NE\nist 4 cop VAFIN\nsehr 4 advmod ADV\nalt 0 root ADJD"
    assert found(alone, "alt") == [("object", ["sehr alt"])]
    completed = (
        "Riga 5 nsubj NE\nist 5 cop VAFIN\nfür 4 case APPR\nFische 5 obl NN\nbekannt 0 root ADJD"
    )
    assert found(completed, "bekannt") == [("adverbial", ["für Fische"])]


def test_clauses_are_whole_with_the_adverb_that_announces_them() -> None:
    table = """
        Riga       2 nsubj NE
        rechnet    0 root  VVFIN
        damit      2 advmod PAV
        ,          7 punct $,
        dass       7 mark  KOUS
        Wien       7 nsubj NE
        hilft      2 ccomp VVFIN
    """
    assert found(table, "rechnet") == [("clause", ["damit dass Wien hilft"])]


def test_a_semicolon_parts_clauses() -> None:
    table = (
        "Riga 2 nsubj NE\nruht 0 root VVFIN\n; 5 punct $.\nWien 5 nsubj NE\nkämpft 2 ccomp VVFIN"
    )
    assert found(table, "ruht") == []


def test_a_manner_adjective_serves_where_there_is_nothing_else() -> None:
    assert found("Riga 2 nsubj NE\nwuchs 0 root VVFIN\nrasch 2 advmod ADJD", "wuchs") == [
        ("adverbial", ["rasch"])
    ]


def test_only_coherent_verbs_take_their_infinitive_in() -> None:
    table = """
        Riga       2 nsubj NE
        {}         0 root  VVFIN {}
        Wien       5 obj   NE
        zu         5 mark  PTKZU
        schlagen   2 xcomp VVINF
    """
    begun = extended(tree(table.format("begann", "beginnen"))[1])
    assert begun is not None
    assert begun.text == "schlagen"
    assert extended(tree(table.format("fürchtet", "fürchten"))[1]) is None


def test_an_apposition_with_an_article_takes_no_contracted_preposition() -> None:
    table = """
        Riga       2 nsubj NE
        hält       0 root  VVFIN
        {}         4 case  {}
        Haus       2 obl   NN
        ,          7 punct $,
        dem        7 det   ART
        Palast     4 appos NN
    """
    assert found(table.format("vor", "APPR"), "hält") == [
        ("adverbial", ["vor Haus", "vor dem Palast"])
    ]
    assert found(table.format("am", "APPRART"), "hält") == [("adverbial", ["am Haus"])]


def test_coordinated_clauses_are_alternatives() -> None:
    table = """
        Riga       2 nsubj NE
        glaubt     0 root  VVFIN
        ,          6 punct $,
        dass       6 mark  KOUS
        Wien       6 nsubj NE
        zögert     2 ccomp VVFIN
        und        10 cc   KON
        dass       10 mark KOUS
        Rom        10 nsubj NE
        hilft      6 conj  VVFIN
    """
    assert found(table, "glaubt") == [("clause", ["dass Wien zögert", "dass Rom hilft"])]


def test_an_adjective_with_an_article_is_a_predicate_noun() -> None:
    table = "Riga 4 nsubj NE\nist 4 cop VAFIN\ndie 4 det ART\nletzte 0 root ADJA"
    assert found(table, "letzte") == [("object", ["die letzte"])]


def test_what_a_predicate_noun_means_is_told_once() -> None:
    table = """
        Riga       4 nsubj NE
        ist        4 cop   VAFIN
        der        4 det   ART
        Meinung    0 root  NN
        ,          8 punct $,
        dass       8 mark  KOUS
        Wien       8 nsubj NE
        zögert     4 ccomp VVFIN
    """
    assert found(table, "Meinung") == [("object", ["der Meinung"])]
