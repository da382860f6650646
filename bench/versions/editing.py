"""The next version of a draft, as an author makes it: words changed, items rewritten, dropped, moved."""

import json
import re
from dataclasses import dataclass, replace
from pathlib import Path
from random import Random

from bench.versions.drafts import Item, Numbering, Section, Word, added

_WORDINGS = Path(__file__).parents[1] / "data" / "carrying" / "wordings.json"


@dataclass(frozen=True, slots=True)
class Much:
    """How much an author changes: of all words, of all items, and of all sections how often one."""

    words: float
    rewritten: float
    dropped: float
    added: float
    moved: float
    section: float


LEVELS = {
    "light": Much(words=0.03, rewritten=0.0, dropped=0.03, added=0.03, moved=0.0, section=0.0),
    "medium": Much(words=0.08, rewritten=0.03, dropped=0.06, added=0.05, moved=0.05, section=0.5),
    "heavy": Much(words=0.15, rewritten=0.08, dropped=0.15, added=0.10, moved=0.12, section=1.0),
}


def with_echoes(sections: list[Section], numbering: Numbering, random: Random) -> list[Section]:
    """The draft with some of its words written a second time elsewhere, as people do."""
    items = [item for section in sections[1:] for item in section if item.kind != "heading"]
    for _ in range(3):
        one, other = random.sample(items, 2)
        length = random.randint(2, 6)
        other.words[:0] = numbering.again(one.words[:length])
    for item in random.sample(items, 2):
        if len(item.words) < 25:
            section = random.choice(sections[1:])
            copy = Item(item.kind, numbering.again(item.words))
            section.insert(random.randint(1, len(section)), copy)
    return sections


class Author:
    """Someone who writes `language` and changes `much`."""

    def __init__(self, language: str, much: Much, random: Random) -> None:
        wordings = json.loads(_WORDINGS.read_text(encoding="utf-8"))[language]
        self.instead: dict[str, str] = wordings["instead"]
        self.items: list[str] = wordings["items"]
        self.much = much
        self.random = random
        self.vocabulary: list[str] = []

    def next_version(self, sections: list[Section]) -> list[Section]:
        """Another draft; `sections` stay as they are."""
        self.vocabulary = [
            word.text for section in sections for item in section for word in item.words
        ]
        edited = [self._section(section) for section in sections]
        self._move_items(edited)
        edited = [section for section in edited if section]
        if len(edited) > 3 and self.random.random() < self.much.section:
            section = edited.pop(self.random.randrange(1, len(edited)))
            edited.insert(self.random.randrange(1, len(edited) + 1), section)
        return edited

    def _chance(self, probability: float) -> bool:
        return self.random.random() < probability

    def _section(self, section: Section) -> Section:
        edited: Section = []
        for item in section:
            fixed = item.kind == "heading"
            if not fixed and self._chance(self.much.dropped):
                continue
            rewritten = not fixed and self._chance(self.much.rewritten)
            words = self._words(item.words, 0.5 if rewritten else self.much.words)
            if words:
                edited.append(Item(item.kind, words))
            if not fixed and self._chance(self.much.added):
                edited.append(Item(item.kind, added(self.random.choice(self.items))))
        return edited

    def _words(self, words: list[Word], share: float) -> list[Word]:
        edited: list[Word] = []
        for word in words:
            edited.extend(self._word(word) if self._chance(share) else [word])
        return edited

    def _word(self, word: Word) -> list[Word]:
        if re.search(r"\d", word.text):
            digits = re.sub(r"\d", lambda _: str(self.random.randint(1, 9)), word.text)
            return self._said(word, digits)
        what = self.random.random()
        if what < 0.15:
            return []
        if what < 0.3:
            return [word, *self._said(word, self.random.choice(self.vocabulary))]
        if what < 0.4 and len(word.letters) > 5:  # another ending: its stem stays
            stem = word.letters[: -self.random.randint(1, 2)]
            ending = added(self.random.choice(["s", "ed", "ing", "e", "en"]))
            return [replace(word, letters=(*stem, *ending[0].letters))]
        bare = word.text.strip(".,;:()“”\"'")
        instead = self.instead.get(bare.lower())
        if instead is None:
            instead = self.random.choice(self.vocabulary).strip(".,;:()“”\"'") or "so"
        elif bare[:1].isupper():
            instead = instead[0].upper() + instead[1:]
        return self._said(word, word.text.replace(bare, instead) if bare else instead)

    @staticmethod
    def _said(word: Word, text: str) -> list[Word]:
        """`text` in the place of `word`; a comma or full stop at its end is still the old one."""
        words = added(text)
        if words:
            words[0] = replace(words[0], glued=word.glued)
            if word.text[-1] in ".,;" and words[-1].text[-1] == word.text[-1]:
                letters = (*words[-1].letters[:-1], word.letters[-1])
                words[-1] = replace(words[-1], letters=letters)
        return words

    def _move_items(self, sections: list[Section]) -> None:
        """Within its section as often as into another one."""
        movable = [
            (section, item)
            for section in sections[1:]
            for item in section
            if item.kind in {"bullet", "sentence"}
        ]
        for section, item in movable:
            if self._chance(self.much.moved):
                section[:] = [other for other in section if other is not item]
                to = section if self._chance(0.5) else self.random.choice(sections[1:])
                to.insert(self.random.randint(min(1, len(to)), len(to)), item)
