"""Every reason a file is refused for has a sentence that says what to do."""

import pytest

from mentorship.documents.formats.manuscript import REASONS, Unreadable
from mentorship.documents.sentences.notes import NOTES
from mentorship.documents.sentences.refusals import SENTENCES, content_name, refused, sentence_for

FACTS = {"limit": 20, "pages": 30, "extension": "docx", "content": "html"}


@pytest.mark.parametrize("code", REASONS)
def test_a_reason_becomes_whole_sentences_with_a_way_on(code: str):
    sentence = sentence_for({"code": code, "facts": FACTS})

    assert sentence.endswith(".")
    assert any(verb in sentence for verb in ("upload", "Upload"))
    assert "%" not in sentence


def test_there_is_a_sentence_for_each_reason_and_no_other():
    assert set(SENTENCES) == set(REASONS)


def test_a_name_that_lies_is_told_with_both_names():
    told = sentence_for({"code": "mismatch", "facts": {"extension": "docx", "content": "html"}})

    assert "named “.docx”" in told
    assert "a web page" in told


def test_a_content_without_a_name_of_its_own_keeps_its_code():
    assert content_name("xlsx") == "xlsx"


def test_a_refusal_stands_beside_the_file():
    refusal = refused(Unreadable("empty"))

    assert (refusal.code, refusal.field, refusal.status) == ("empty", "file", 422)


def test_every_note_is_a_sentence():
    assert all(note().endswith(".") for note in NOTES.values())
