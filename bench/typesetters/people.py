"""The people whose résumés are set: invented, in sixteen languages and twelve scripts."""

import json
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from mentorship.documents.formats import typeset

DATA = Path(__file__).resolve().parents[1] / "data" / "words"
FONTS = Path(typeset.__file__).parent / "fonts"
FONT_OF = {
    "ar": "NotoSansArabic-Regular.ttf",
    "he": "NotoSansHebrew-Regular.ttf",
    "th": "NotoSansThai-Regular.ttf",
    "hi": "NotoSansDevanagari-Regular.ttf",
    "hy": "NotoSansArmenian-Regular.ttf",
    "ka": "NotoSansGeorgian-Regular.ttf",
    **dict.fromkeys(("zh", "ja", "ko"), "NotoSansCJK-Subset.otf"),
}
FAMILY_OF = {
    "ar": "Noto Sans Arabic",
    "he": "Noto Sans Hebrew",
    "th": "Noto Sans Thai",
    "hi": "Noto Sans Devanagari",
    "hy": "Noto Sans Armenian",
    "ka": "Noto Sans Georgian",
    **dict.fromkeys(("zh", "ja", "ko"), "Noto Sans CJK SC"),
}


@dataclass(frozen=True)
class Entry:
    """When, what and where; and what was done there."""

    dates: str
    what: str
    where: str
    items: tuple[str, ...] = ()

    @property
    def words(self) -> list[str]:
        """As a row is read whose dates stand at its end."""
        return [self.what, self.dates, self.where, *self.items]


@dataclass(frozen=True)
class Person:
    """What a résumé of one page says."""

    lang: str
    rtl: bool
    name: str
    role: str
    contact: tuple[str, ...]
    heads: tuple[str, str, str, str]
    profile: str
    jobs: tuple[Entry, ...]
    studies: tuple[Entry, ...]
    skills: tuple[str, ...]
    footer: str


@dataclass(frozen=True)
class Made:
    """A document and the words in it, in reading order."""

    name: str
    content: bytes
    truth: tuple[str, ...]


Maker = Callable[[], Iterable[Made]]


def people() -> dict[str, Person]:
    """All of them, by language."""
    rows: list[dict[str, Any]] = json.loads((DATA / "people.json").read_text(encoding="utf-8"))
    return {row["lang"]: _person(row) for row in rows}


def _person(row: dict[str, Any]) -> Person:
    lists = {name: tuple(row[name]) for name in ("contact", "heads", "skills")}
    entries = {name: tuple(_entry(*one) for one in row[name]) for name in ("jobs", "studies")}
    return Person(**{"rtl": False, **row, **lists, **entries})


def _entry(dates: str, what: str, where: str, items: Sequence[str] = ()) -> Entry:
    return Entry(dates, what, where, tuple(items))
