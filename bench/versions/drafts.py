"""A text as its author thinks of it, in sections, items and words; and as a page shows it.

Every letter has a number of its own, which it keeps however it is moved, wrapped or joined into a
ligature. What a version adds has none.
"""

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from random import Random

_IDEOGRAPH = "\u3005\u3041-\u30ff\u3400-\u9fff"
_WORD = re.compile(f"[{_IDEOGRAPH}]{{1,2}}|[^\\s{_IDEOGRAPH}]+")
_SENTENCE_END = re.compile(r"(?<=[.!?。])\s+(?=\S)|(?<=。)")
_SENTENCES_FROM = 140  # characters: a shorter line is moved and dropped as a whole
_LIGATURES = {"ffi": "\ufb03", "ffl": "\ufb04", "fi": "\ufb01", "fl": "\ufb02", "ff": "\ufb00"}
_STRAIGHT = str.maketrans("“”‘’„«»", '""\'\'"""')


@dataclass(frozen=True, slots=True)
class Letter:
    """What one place of the text shows, and the numbers of the letters it is made of."""

    shown: str
    numbers: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class Word:
    """Letters without a blank; `glued` to the word before, as ideographs are."""

    letters: tuple[Letter, ...]
    glued: bool = False

    @property
    def text(self) -> str:
        """The word as it is read."""
        return "".join(letter.shown for letter in self.letters)


@dataclass(slots=True)
class Item:
    """What is edited, moved and dropped as one: a heading, a line, a bullet or a sentence."""

    kind: str
    words: list[Word]


Section = list[Item]


@dataclass
class Numbering:
    """Gives each letter of a first version its number."""

    next: int = 0

    def words(self, text: str) -> list[Word]:
        """The words of `text`, their letters numbered."""
        found = []
        for match in _WORD.finditer(text):
            glued = match.start() > 0 and not text[match.start() - 1].isspace()
            found.append(Word(tuple(self._letters(match.group())), glued))
        return found

    def again(self, words: list[Word]) -> list[Word]:
        """The same words as other letters."""
        return [replace(word, letters=tuple(self._letters(word.text))) for word in words]

    def _letters(self, text: str) -> Iterator[Letter]:
        for character in text:
            yield Letter(character, (self.next,))
            self.next += 1


def added(text: str) -> list[Word]:
    """Words that the first version did not have."""
    words = Numbering().words(text)
    return [
        replace(word, letters=tuple(Letter(letter.shown) for letter in word.letters))
        for word in words
    ]


def draft_of(text: str, numbering: Numbering) -> list[Section]:
    """Sections parted by blank lines: "# " begins a heading, "- " a bullet."""
    sections = []
    for block in text.strip().split("\n\n"):
        section: Section = []
        for line in block.split("\n"):
            kind = {"#": "heading", "-": "bullet"}.get(line[0], "line")
            words = line.lstrip("#- ") if kind != "line" else line
            parts = _SENTENCE_END.split(words) if len(words) > _SENTENCES_FROM else [words]
            for place, part in enumerate(part for part in parts if part):
                section.append(Item("sentence" if place else kind, numbering.words(part)))
        sections.append(section)
    return sections


@dataclass(frozen=True, slots=True)
class Looks:
    """How a version is set: what differs between two files that say the same."""

    width: int = 88
    hyphen: str = ""
    bullet: str = "•"
    straight: bool = False
    ligatures: bool = False
    decomposed: bool = False
    loud: bool = False
    line_end: str = "\n"


def some_looks(random: Random) -> Looks:
    """One of the ways in which a program writes a text."""
    return Looks(
        width=random.choice([44, 62, 76, 88, 88, 96, 110, 10_000]),
        hyphen=random.choice(["", "", "-", "\u00ad"]),
        bullet=random.choice(["•", "•", "-", "▪", "●", "*"]),
        straight=random.random() < 0.2,
        ligatures=random.random() < 0.15,
        decomposed=random.random() < 0.1,
        loud=random.random() < 0.2,
        line_end="\r\n" if random.random() < 0.05 else "\n",
    )


@dataclass
class Sheet:
    """A version's text, and where each numbered letter stands in it."""

    text: str = ""
    places: dict[int, tuple[int, int]] = field(default_factory=dict)
    words: list[tuple[int, int]] = field(default_factory=list)
    items: list[tuple[int, int]] = field(default_factory=list)


def set_in(sections: list[Section], looks: Looks, random: Random) -> Sheet:
    """The text that shows `sections` with `looks`."""
    sheet, column = Sheet(), 0
    for section in sections:
        if sheet.text:
            sheet.text += looks.line_end * 2
        column = 0
        for place, item in enumerate(section):
            begins = item.kind != "sentence"
            if place and begins:
                sheet.text += looks.line_end
            if begins:
                column = 0
            if item.kind == "bullet":
                sheet.text += looks.bullet + " "
                column = 2
            start = len(sheet.text)
            for number, word in enumerate(item.words):
                shown = list(_dressed(word, looks, item.kind))
                starts_line = number == 0 and begins
                column = _put(sheet, shown, word.glued or starts_line, column, looks, random)
            sheet.items.append((start, len(sheet.text)))
    return sheet


def _dressed(word: Word, looks: Looks, kind: str) -> Iterator[Letter]:
    letters = list(word.letters)
    if looks.ligatures:
        letters = list(_joined(letters))
    for letter in letters:
        shown = letter.shown.translate(_STRAIGHT) if looks.straight else letter.shown
        if looks.loud and kind == "heading":
            shown = shown.upper()
        if looks.decomposed:
            shown = unicodedata.normalize("NFD", shown)
        yield Letter(shown, letter.numbers)


def _joined(letters: list[Letter]) -> Iterator[Letter]:
    text = "".join(letter.shown for letter in letters)
    place = 0
    while place < len(letters):
        ligature = next((form for form in _LIGATURES if text.startswith(form, place)), "")
        parts = letters[place : place + (len(ligature) or 1)]
        numbers = tuple(number for part in parts for number in part.numbers)
        yield Letter(_LIGATURES.get(ligature, parts[0].shown), numbers)
        place += len(parts)


def _put(
    sheet: Sheet, letters: list[Letter], glued: bool, column: int, looks: Looks, random: Random
) -> int:
    """Write a word, breaking the line or the word where it is full; the column it ends in."""
    length = sum(len(letter.shown) for letter in letters)
    blank = "" if glued or column == 0 else " "
    room = looks.width - column - len(blank)
    broken = 0
    if length > room:
        if looks.hyphen and len(letters) > 7 and room > 4 and random.random() < 0.6:
            broken = random.randint(3, min(room - 1, len(letters) - 3))
            if not all(letter.shown.isalpha() for letter in letters[broken - 1 : broken + 1]):
                broken = 0
        if not broken:
            blank, column = looks.line_end if column else "", 0
    sheet.text += blank
    column += len(blank) if blank == " " else 0
    start = len(sheet.text)
    for place, letter in enumerate(letters):
        if broken and place == broken:
            sheet.text += looks.hyphen + looks.line_end
            column = 0
        at = (len(sheet.text), len(sheet.text) + len(letter.shown))
        sheet.text += letter.shown
        column += len(letter.shown)
        sheet.places.update(dict.fromkeys(letter.numbers, at))
    sheet.words.append((start, len(sheet.text)))
    return column
