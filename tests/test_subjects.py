from kg.subjects import is_clause, subjects
from tests.trees import tree


def named(table: str, verb: str) -> list[str]:
    token = next(t for t in tree(table) if t.text == verb)
    return [" ".join(t.text for t in words) for words in subjects(token)]


def test_an_apposition_is_another_subject() -> None:
    table = """
        Riga       8 nsubj NE
        ,          5 punct $,
        die        5 det   ART
        alte       5 amod  ADJA alt
        Hauptstadt 1 appos NN
        ,          5 punct $,
        sich       8 obj   PRF
        freut      0 root  VVFIN
    """
    assert named(table, "freut") == ["Riga", "die alte Hauptstadt"]


def test_nouns_that_share_an_article_are_one_subject() -> None:
    shared = "Die 2 det ART\nTexte 5 nsubj NN\nund 4 cc KON\nLieder 2 conj NN\nleben 0 root VVFIN"
    assert named(shared, "leben") == ["Die Texte und Lieder"]
    apart = "Texte 4 nsubj NN\nund 3 cc KON\nLieder 1 conj NN\nleben 0 root VVFIN"
    assert named(apart, "leben") == ["Texte", "Lieder"]


def test_a_finite_clause_below_a_noun_needs_a_subject_a_participle_does_not() -> None:
    finite = "Städte 0 root NN\ndie 3 det PRELS\nHäuser 4 obj NN\nbauen 1 acl VVFIN"
    assert named(finite, "bauen") == []
    participle = "Städte 0 root NN\n, 4 punct $,\nkürzlich 4 advmod ADV\ngebaut 1 acl VVPP"
    assert named(participle, "gebaut") == ["Städte"]
    assert named("Städte 0 root NN\nabzureißen 1 acl VVIZU", "abzureißen") == []


def test_an_expletive_stands_where_there_is_no_subject() -> None:
    assert named("Es 2 expl PPER\ngibt 0 root VVFIN\nStreit 2 obj NN", "gibt") == ["Es"]


def test_questions_and_coordinated_infinitives_are_no_clauses() -> None:
    question = tree(
        "Riga 2 nsubj NE\nfragt 0 root VVFIN\nob 5 mark KOUS\nWien 5 nsubj NE\nhilft 2 ccomp VVFIN"
    )
    assert not is_clause(question[4])
    assert is_clause(question[1])
    infinitive = tree(
        "Riga 2 nsubj NE\nhofft 0 root VVFIN\nund 5 cc KON\nzu 5 mark PTKZU\nsiegen 2 conj VVINF"
    )
    assert not is_clause(infinitive[4])
