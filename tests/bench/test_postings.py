"""Labelled postings: they can be read, and labels that contradict their texts are refused."""

from dataclasses import replace
from pathlib import Path

import pytest

from bench.postings.cases import (
    PARTS,
    Case,
    Label,
    MislabelledError,
    Status,
    Weight,
    faults,
    part,
    read,
    stands,
)

POSTING = "You know C++ and budget management.\nNice to have: Kafka. A great team!"
RESUME = "Managed a\nbudget, wrote C++. No experience with Kafka."
SOUND = Case(
    "01-nobody-en",
    POSTING,
    RESUME,
    [
        Label("C++", Weight.REQUIRED, Status.EXACT),
        Label("budget management", Weight.REQUIRED, Status.VARIANT, ("Managed a budget",)),
        Label("Kafka", Weight.NICE, Status.MISSING, ("No experience with Kafka",)),
    ],
    ["great team"],
)


def test_every_language_is_in_both_parts() -> None:
    languages = {name: {case.language for case in part(name)} for name in PARTS}

    assert languages == {
        "known": {"de", "en", "fr"},
        "short": {"de", "en", "es", "fr"},
        "later": {"de", "en", "es", "fr"},
        "fresh": {"de", "en", "es", "fr"},
        "aside": {"de", "en", "fr"},
    }


def test_every_posting_has_terms_and_junk() -> None:
    cases = [case for name in PARTS for case in part(name)]

    assert len(cases) == 78
    assert [
        c.name for c in cases if not 10 <= len(c.labels) <= 31 or not 5 <= len(c.junk) <= 10
    ] == []


def test_a_case_is_read_as_it_was_written(tmp_path: Path) -> None:
    write(tmp_path / SOUND.name, SOUND)

    assert read(tmp_path) == [SOUND]


def test_a_sound_case_has_no_faults() -> None:
    assert list(faults(SOUND)) == []


@pytest.mark.parametrize(
    ("label", "fault"),
    [
        (Label("Go", Weight.NICE, Status.MISSING), "“Go” is not in the posting"),
        (Label("Nice", Weight.NICE, Status.EXACT), "“Nice” is exact, but not in the résumé"),
        (Label("know", Weight.NICE, Status.VARIANT), "“know” is variant, but quotes nothing"),
        (
            Label("C++", Weight.NICE, Status.VARIANT, ("wrote",)),
            "“C++” is variant, but in the résumé as written",
        ),
        (Label("C++", Weight.NICE, Status.MISSING), "“C++” is missing, but in the résumé"),
        (Label("know", Weight.NICE, Status.VARIANT, ("knew",)), "“knew” is not in the résumé"),
        (
            Label("C++", Weight.NICE, Status.EXACT, ("C++",)),
            "“C++” is exact, but quotes other words",
        ),
    ],
)
def test_a_label_that_contradicts_its_texts_is_a_fault(label: Label, fault: str) -> None:
    assert list(faults(replace(SOUND, labels=[label]))) == [fault]


def test_a_term_is_labelled_once() -> None:
    twice = replace(SOUND, labels=[*SOUND.labels, SOUND.labels[0]])

    assert list(faults(twice)) == ["“c++” is there twice"]


def test_junk_is_in_the_posting_and_apart_from_its_terms() -> None:
    assert list(faults(replace(SOUND, junk=["free fruit", "budget"]))) == [
        "junk “free fruit” is not in the posting",
        "junk “budget” overlaps “budget management”",
    ]


def test_a_case_with_faults_is_refused_by_its_name(tmp_path: Path) -> None:
    write(tmp_path / SOUND.name, replace(SOUND, resume="Nothing of it."))

    with pytest.raises(MislabelledError, match="01-nobody-en: “C\\+\\+” is exact, but not in"):
        read(tmp_path)


def test_a_table_of_other_columns_is_refused(tmp_path: Path) -> None:
    write(tmp_path / SOUND.name, SOUND)
    (tmp_path / SOUND.name / "labels.tsv").write_text("term\tstatus\nC++\texact\n")

    with pytest.raises(MislabelledError, match="each row has term, weight, status, words"):
        read(tmp_path)


def test_whole_words_stand_in_a_text_whatever_their_case_and_breaks() -> None:
    text = "JavaScript, C++ and C#; l’anglais,\nwound\ncare"
    wanted = ["Wound care", "anglais", "c++", "Java", "C", "l'anglais"]

    assert [words for words in wanted if stands(words, text)] == [
        "Wound care",
        "anglais",
        "c++",
        "l'anglais",
    ]


def write(place: Path, case: Case) -> None:
    """The four files of a case."""
    place.mkdir()
    rows = [
        "\t".join([label.term, label.weight, label.status, " // ".join(label.words)])
        for label in case.labels
    ]
    table = "\n".join(["term\tweight\tstatus\twords", *rows])
    texts = {"posting.txt": case.posting, "resume.txt": case.resume, "labels.tsv": table}
    for name, text in {**texts, "junk.txt": "\n".join(case.junk)}.items():
        (place / name).write_text(text, encoding="utf-8")
