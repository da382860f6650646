"""Terms of postings, ours beside other ways, and how each stands in a résumé: `./run bench terms`.

A term is right when it is a label, or shares half of the words that either has, little ones left out.
`--cases FOLDER --out FILE` reads any other set (`NN/posting.txt`, `NN/resume.txt`) and writes for each
`{"NN": {"terms": [{"term", "status"}]}}`, where status is exact, variant or missing.
"""

import json
import re
import sys
from argparse import ArgumentParser
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from bench.postings.cases import PARTS, Case, Label, folded, part, stands
from bench.postings.rivals import WAYS, ours
from bench.rig.table import Row, least, show, target
from mentorship.documents.formats.decoding import decode
from mentorship.jobsearch.coverage.showing import Document, shown
from mentorship.jobsearch.coverage.terms import terms_of
from mentorship.jobsearch.coverage.words import language_of

WANTED_F1, WANTED_STATUS = 0.75, 0.92
FILES = ("posting.txt", "resume.txt")
LITTLE = frozenset(
    [
        "of",
        "the",
        "a",
        "an",
        "and",
        "in",
        "for",
        "to",
        "de",
        "d",
        "du",
        "des",
        "la",
        "l",
        "le",
        "les",
        "et",
        "der",
        "die",
        "das",
        "und",
        "von",
    ]
)


@dataclass
class Found:
    """What one way found in some postings."""

    right: int = 0
    extra: list[str] = field(default_factory=list)
    missed: list[str] = field(default_factory=list)
    junk: list[str] = field(default_factory=list)

    @property
    def precision(self) -> float:
        return self.right / max(1, self.right + len(self.extra))

    @property
    def recall(self) -> float:
        return self.right / max(1, self.right + len(self.missed))

    @property
    def f1(self) -> float:
        return 2 * self.right / max(1, 2 * self.right + len(self.extra) + len(self.missed))

    @property
    def junk_rate(self) -> float:
        return len(self.junk) / max(1, self.right + len(self.extra))


def content(words: str) -> frozenset[str]:
    """The words of a term that tell it from others."""
    return frozenset(re.findall(r"[\w+#&.-]+", folded(words).replace("'", " "))) - LITTLE


def is_same(one: str, other: str) -> bool:
    """Whether two terms share half of the words that either has."""
    shared, either = content(one) & content(other), content(one) | content(other)
    return bool(shared) and len(shared) >= len(either) / 2


def looked_for(cases: Sequence[Case], way: Callable[[str], list[str]]) -> Found:
    """What a way finds in these postings, each label counted once."""
    found = Found()
    for case in cases:
        left = list(case.labels)
        for term in way(case.posting):
            label = _label_of(term, left)
            if label is None:
                found.extra.append(term)
            else:
                left.remove(label)
                found.right += 1
            if any(stands(phrase, term) or stands(term, phrase) for phrase in case.junk):
                found.junk.append(term)
        found.missed.extend(label.term for label in left)
    return found


def _label_of(term: str, labels: Sequence[Label]) -> Label | None:
    exact = (label for label in labels if folded(label.term) == folded(term))
    return next(exact, next((label for label in labels if is_same(label.term, term)), None))


def told(cases: Sequence[Case]) -> tuple[float, list[str]]:
    """The share of labels whose status is told right, and those that are not."""
    wrong, count = [], 0
    for case in cases:
        document = Document(case.resume, language_of(case.posting))
        for label in case.labels:
            status = shown(label.term, document).status
            count += 1
            if status.value != label.status.value:
                wrong.append(f"{label.term}: {status} instead of {label.status}")
    return 1 - len(wrong) / count, wrong


def compare(name: str, examples: int) -> list[Row]:
    """The tables of one part; how ours stands to what is wanted of the part set aside."""
    cases, rows, targets = part(name), [], []
    for way_name, way in WAYS:
        found = looked_for(cases, way)
        rows.append(
            (
                way_name,
                *(
                    f"{one:.2f}"
                    for one in (found.precision, found.recall, found.f1, found.junk_rate)
                ),
            )
        )
        if way is ours:
            status, wrong = told(cases)
            if examples:
                _tell("Taken for terms", found.extra[:examples])
                _tell("Missed", found.missed[:examples])
                _tell("Status", wrong[:examples])
            targets = [
                least(f"{name}, F1", found.f1, WANTED_F1),
                target(f"{name}, junk", found.junk_rate, 0),
                least(f"{name}, status", status, WANTED_STATUS),
            ]
    show(f"{name}: {len(cases)} postings", ("way", "precision", "recall", "F1", "junk"), rows)
    return targets


def _tell(title: str, examples: Sequence[str]) -> None:
    print(f"\n{title}: {'; '.join(examples) or 'none'}")


def write(cases: Path, out: Path) -> int:
    """Terms and their statuses of another set, as JSON; what could not be read is said, and has none.

    The exit code: 0 when all was read, 1 when something was not.
    """
    answers, troubles = {}, list[str]()
    for folder in sorted(place for place in cases.iterdir() if place.is_dir()):
        texts = [_text(folder / name) for name in FILES]
        told = zip(FILES, texts, strict=True)
        troubles += [
            f"{folder.name}/{name} is not there, or no text can be read in it."
            for name, text in told
            if text is None
        ]
        answers[folder.name] = {"terms": _answer(*texts)}
    out.write_text(json.dumps(answers, ensure_ascii=False, indent=1) + "\n", "utf-8")
    print("\n".join(troubles), file=sys.stderr, end="\n" if troubles else "")
    return 1 if troubles else 0


def _text(file: Path) -> str | None:
    """What stands in it, whatever its encoding, as uploads are read; None where nobody knows."""
    try:
        return decode(file.read_bytes())
    except OSError:
        return None


def _answer(posting: str | None, resume: str | None) -> list[dict[str, str]]:
    """The terms of a posting; without a resume all are missing."""
    document = Document(resume or "", language_of(posting or ""))
    return [
        {"term": term.text, "status": shown(term.text, document).status.value}
        for term in terms_of(posting or "")
    ]


def main(words: Sequence[str]) -> int:
    """Print the tables, or read another set; the exit code."""
    asked = ArgumentParser(prog="./run bench terms")
    asked.add_argument("--cases", type=Path, help="a folder of NN/posting.txt and NN/resume.txt")
    asked.add_argument("--out", type=Path, help="where to write what was found in them")
    wanted = asked.parse_args(words)
    if bool(wanted.cases) != bool(wanted.out):
        asked.error("--cases and --out go together.")
    if wanted.cases:
        if not wanted.cases.is_dir() or not any(place.is_dir() for place in wanted.cases.iterdir()):
            asked.error(f"{wanted.cases} is no folder of folders NN with {' and '.join(FILES)}.")
        if not wanted.out.parent.is_dir() or wanted.out.is_dir():
            asked.error(f"{wanted.out} cannot be written: name a file in a folder that is there.")
        return write(wanted.cases, wanted.out)
    targets = [
        row for name in PARTS for row in compare(name, examples=0 if name == "aside" else 12)
    ]
    show("Wanted", ("what", "measured", "wanted", ""), targets)
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
