"""The index of the dependents of all words."""

from kg.dependents import all_children, labelled_children
from tests.trees import tree, word

SENTENCE = """
    Der       2 det   ART
    Minister  3 nsubj NN
    besucht   0 root  VVFIN
    das       5 det   ART
    Werk      3 obj   NN
    .         3 punct $.
"""


def test_children_come_with_their_relations_in_the_order_of_the_text() -> None:
    verb = word(tree(SENTENCE), "besucht")
    found = [(relation, child.text) for relation, child in labelled_children(verb)]
    assert found == [("nsubj", "Minister"), ("obj", "Werk"), ("punct", ".")]
    assert all_children(verb) == list(verb.children)


def test_a_word_is_no_child_of_itself() -> None:
    doc = tree(SENTENCE)
    assert all_children(word(doc, "Der")) == []
    assert all(token not in all_children(token) for token in doc)


def test_texts_do_not_share_an_index() -> None:
    one, other = tree(SENTENCE), tree("Ja 0 root ADV")
    assert all_children(word(one, "Werk"))[0].text == "das"
    assert all_children(word(other, "Ja")) == []
