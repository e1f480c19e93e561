"""The recipe's readers: what they make of corpora before any training."""

from pathlib import Path

import pytest
from spacy.vocab import Vocab

pytest.importorskip("faker", reason="needs the extra `training`")

from training.boundaries import running_text, starts
from training.corpora import LONGEST_DOC, fit, grouped, name_docs, tree_doc, with_names
from training.gazetteer import name_kinds
from training.names import read_names
from training.treebank import Word, plain_relation, read_treebank, with_whole_compounds, without
from training.vectors import cluster_vectors

MERGED = """# sent_id = t1
1\tSie\tsie\tPRON\tPPER\tCase=Nom\t2\tnsubj\t_\t_
2\tging\tgehen\tVERB\tVVFIN\tVerbForm=Fin\t0\troot\t_\t_
3-4\tzum\t_\t_\t_\t_\t_\t_\t_\t_
3\tzu\tzu\tADP\tAPPR\t_\t5\tcase\t_\t_
4\tdem\tder\tDET\tART\tCase=Dat\t5\tdet\t_\t_
5\tHafen\tHafen\tNOUN\tNN\tCase=Dat\t2\tobl:arg\t_\tSpaceAfter=No
6\t.\t.\tPUNCT\t$.\t_\t2\tpunct\t_\t_

"""

TAGGED = """# sent_id = t2
1\tHäfen\t_\tNOUN\tNN\tCase=Nom|Number=Plur\t_\t_\t_\t_
2\truhen\t_\tVERB\tVVFIN\tVerbForm=Fin\t_\t_\t_\t_

"""


def treebank(folder: Path, text: str) -> Path:
    path = folder / "bank.conllu"
    path.write_text(text, encoding="utf-8")
    return path


def test_a_contraction_is_one_word_in_the_place_of_its_preposition(tmp_path: Path) -> None:
    [(name, words)] = read_treebank(treebank(tmp_path, MERGED))
    assert name == "t1"
    assert [w.form for w in words] == ["Sie", "ging", "zum", "Hafen", "."]
    zum, hafen = words[2], words[3]
    assert (zum.xpos, zum.upos, zum.head, zum.deprel) == ("APPRART", "ADP", 3, "case")
    assert (hafen.head, hafen.deprel, hafen.space) == (1, "obl", False)
    assert words[1].deprel == "ROOT"


def test_subtypes_go_unless_the_graph_needs_them() -> None:
    assert plain_relation("nsubj:pass") == "nsubj:pass"
    assert plain_relation("obl:arg") == "obl"


def test_sentences_without_trees_leave_heads_unset(tmp_path: Path) -> None:
    [(_, words)] = read_treebank(treebank(tmp_path, TAGGED))
    doc = tree_doc(Vocab(), [words])
    assert [t.tag_ for t in doc] == ["NN", "VVFIN"]
    assert not doc.has_annotation("DEP")


def test_joined_sentences_keep_their_trees(tmp_path: Path) -> None:
    [(_, words)] = read_treebank(treebank(tmp_path, MERGED))
    doc = tree_doc(Vocab(), [words, words])
    assert [t.head.i for t in doc] == [1, 1, 3, 1, 1, 6, 6, 8, 6, 6]
    assert len(list(doc.sents)) == 2


def test_fields_can_be_made_empty(tmp_path: Path) -> None:
    [(_, words)] = read_treebank(treebank(tmp_path, MERGED))
    assert {w.lemma for w in without(words, "lemma")} == {""}
    assert [w.head for w in without(words, "head")] == [None] * 5


@pytest.mark.parametrize("seed", [1, 2])
def test_groups_hold_every_sentence_once(tmp_path: Path, seed: int) -> None:
    [(_, words)] = read_treebank(treebank(tmp_path, MERGED))
    groups = list(grouped([words] * 11, seed))
    assert sum(map(len, groups)) == 11
    assert max(map(len, groups)) <= LONGEST_DOC


def test_names_are_read_with_their_articles(tmp_path: Path) -> None:
    path = tmp_path / "names.tsv"
    rows = ["# doc a", "Anna\tB-PER\t1", "Klein\tI-PER\t0", ".\tO\t0", "", "# doc b", "Bonn\tB-LOC"]
    path.write_text("\n".join(rows), encoding="utf-8")
    articles = list(read_names(path))
    assert [name for name, _ in articles] == ["a", "b"]
    docs = name_docs(Vocab(), path, skip=frozenset({"b"}))
    assert [(e.text, e.label_) for doc in docs for e in doc.ents] == [("Anna Klein", "PER")]
    assert docs[0].text == "Anna Klein."


def test_trees_get_the_names_of_the_same_sentence(tmp_path: Path) -> None:
    (tmp_path / "ner").mkdir()
    text = "Sie\tO\nging\tO\nzum\tO\nHafen\tB-LOC\n.\tO\n"
    (tmp_path / "ner" / "germeval_train.tsv").write_text(text, encoding="utf-8")
    (tmp_path / "ner" / "wikinews_train.tsv").write_text("# doc a\nRom\tB-LOC\n", encoding="utf-8")
    [(_, words)] = read_treebank(treebank(tmp_path, MERGED))
    named, other = with_names(tmp_path, [words, words[:2]])
    assert [w.name for w in named] == ["O", "O", "O", "B-LOC", "O"]
    assert [w.name for w in other] == ["", ""]


def test_a_sentence_without_features_loses_its_parts_of_speech(tmp_path: Path) -> None:
    [(_, words)] = read_treebank(treebank(tmp_path, TAGGED))
    assert [w.upos for w in fit(words)] == ["NOUN", "VERB"]
    assert [w.upos for w in fit(without(words, "feats"))] == ["", ""]


def test_sentences_are_found_in_the_text_of_their_article() -> None:
    text = "Der Rat tagt.\n\nDer Rat geht."
    assert starts(text, [["Der", "Rat", "tagt", "."], ["Der", "Rat", "geht", "."]]) == {0, 15}


def test_running_text_has_no_line_breaks() -> None:
    text = "Der Rat tagt.\n\nOrte:\n Rom\n\nEr geht. "
    assert [text[a:b] for a, b in running_text(text)] == ["Der Rat tagt.", "Er geht."]


def test_clusters_with_like_paths_have_like_vectors() -> None:
    near, far = 0b1_0111, 0b0_1000
    one, other, third = cluster_vectors([0b0_0111, near, far])
    assert one @ other > one @ third


def test_names_in_lists_are_single_capitalised_words() -> None:
    kinds = name_kinds()
    assert kinds["Frankreich"] == {"state"}
    assert "city" in kinds["Hamburg"]
    assert all(" " not in name and name[0].isupper() for name in kinds)


def test_compounds_cut_at_a_hyphen_are_joined() -> None:
    cut = [("EU", "NE"), ("-", "$("), ("Gipfel", "NN"), ("und", "KON"), ("Land", "TRUNC")]
    cut += [("-", "$("), ("oder", "KON"), ("See", "NN")]
    words = [Word(form, True, lemma=form, xpos=tag) for form, tag in cut]
    whole = with_whole_compounds(words)
    assert [w.form for w in whole] == ["EU-Gipfel", "und", "Land-", "oder", "See"]
    assert (whole[0].xpos, whole[0].lemma, whole[2].xpos) == ("NN", "EU-Gipfel", "TRUNC")
