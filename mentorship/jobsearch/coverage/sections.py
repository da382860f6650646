"""A posting by what each of its statements is about: what one does, what is wanted, and all the rest."""

import re
from collections.abc import Iterator, Sequence, Set
from dataclasses import dataclass
from enum import StrEnum
from itertools import takewhile

from mentorship.jobsearch.coverage.lists import pattern, under


class About(StrEnum):
    """What a part of a posting tells."""

    OPENING = "opening"
    DUTIES = "duties"
    REQUIRED = "required"
    NICE = "nice"
    REST = "rest"  # the employer, what it gives, how to apply, the law


@dataclass(frozen=True, slots=True)
class Statement:
    """A sentence or an item of a list.

    start   where in the posting it begins, in code points
    """

    text: str
    start: int
    about: About
    is_item: bool


BULLET = re.compile(
    r"\s*(?:\*(?!\*)|[•●○■□◆▪◦‣·∙✓✔✅➢➤→>–—\uf0b7-]|\d{1,2}[.)]|[a-z]\)|o(?=\t|\s{2}))\s*(?=\S)"
)
# The first that is found in a heading says what follows. In each: English, German, French, Spanish.
HEADINGS = [
    (about, pattern("headings", about))
    for about in (About.NICE, About.REST, About.DUTIES, About.REQUIRED)
]
# Nothing is asked in a statement with one of these, wherever it stands; in an item, with one of the former.
ASIDE = pattern("asides", "anywhere", "in a sentence")
IN_ITEMS = pattern("asides", "anywhere", "in an item")
# What employers give.
PERKS = pattern("asides", "perks")
# In what opens a posting only statements with one of these say what is wanted.
WANTING = {
    language: pattern("wanting", "wanted, in what opens a posting", f"wanted {language}")
    for language in ("en", "de", "fr", "es")
}
# From here to the end of the sentence it is only wished for; or the whole sentence is.
FROM_HERE = re.compile(
    r"\b(ideally|preferably|idealerweise|gerne auch|idéalement|preferiblemente|idealmente)\b|\bwünschenswert\b[^:.]*:",
    re.IGNORECASE,
)
WHOLE = pattern("wanting", "only wished for")
SENTENCE = re.compile(
    r"(?<=[.!?])(?<!\b[a-zäöü]\.)(?<!inkl\.)(?<!min\.)(?<!abgeschl\.)(?<!Kl\.)(?<!etc\.)\s+(?=[A-ZÀ-Ü0-9„“\"])"
)
# What awaits somebody is the work when no heading has told of it before, else what the employer gives.
AWAITING = re.compile(r"erwartet (sie|dich)|(sie|dich) .*erwartet", re.IGNORECASE)
# A line of a list without bullets looks like a heading, but for these words; below another line only
# what begins so is one.
OF_ITEMS = pattern("wanting", "an item, not a heading")
OF_HEADINGS = re.compile(rf"({'|'.join(under('headings', 'begins'))})\b", re.IGNORECASE)
OVER_A_LIST = 16  # words that a heading over a list may have
INLINE = re.compile(r"^(?:¿?([^:.!?]{2,60}?)\s?:|¿([^?]{2,60})\?)\s+(?=\S)")


def statements(posting: str, language: str) -> Iterator[Statement]:
    """Sentences and items of a posting that may say what is wanted, in order."""
    about, seen_items, place = About.OPENING, False, 0
    lines = posting.splitlines(keepends=True)
    stands_alone, seen = True, set[About]()  # nothing, or a heading, is right above
    for number, line in enumerate(lines):
        bare, start = line.strip(), place + len(line) - len(line.lstrip())
        place += len(line)
        is_item = bool(BULLET.match(line))
        if not is_item and (found := _heading_in(lines, number, seen, stands_alone=stands_alone)):
            if AWAITING.search(bare):
                found = About.REST if About.DUTIES in seen else About.DUTIES
            about, seen_items, stands_alone = found, False, True
            seen.add(about)
            continue
        if is_item and about is About.OPENING:
            about = About.DUTIES
        if About.REQUIRED in seen and _are_perks(
            lines[number : number + 3], stands_alone=stands_alone
        ):
            about = About.REST
        if seen_items and not is_item and _is_paragraph(bare, stands_alone=stands_alone):
            about, seen_items = About.OPENING, False
        is_item = is_item or _is_short(bare, about) or _is_of_many(lines, number, about)
        seen_items, stands_alone = seen_items or is_item, not bare
        if bare and (about is not About.REST or (not BULLET.match(line) and _led(bare))):
            yield from _told(Statement(bare, start, about, is_item), WANTING[language])


def _are_perks(lines: Sequence[str], *, stands_alone: bool) -> bool:
    """Whether two short lines say what is given: the first two, or those below a line that stands alone."""
    pairs = (lines[:2], lines[1:3] if stands_alone else [])
    return any(
        len(pair) == 2 and all(len(one.split()) <= 14 and PERKS.search(one) for one in pair)
        for pair in pairs
    )


def is_only_wished_for(text: str, place: int) -> bool:
    """Whether a statement says of what stands at `place` that it would be nice, and no more."""
    return bool(WHOLE.search(text) or FROM_HERE.search(text[:place]))


def _is_paragraph(bare: str, *, stands_alone: bool) -> bool:
    """Whether a line below a list is no more of it."""
    return len(bare.split()) > 12 and (stands_alone or bare.endswith("."))


def _is_short(bare: str, about: About) -> bool:
    """A line of a list without bullets."""
    return (
        bool(bare)
        and about is not About.OPENING
        and len(bare.split()) <= 20
        and not re.search(r"[.!?:]$", bare)
    )


def _is_of_many(lines: Sequence[str], number: int, about: About) -> bool:
    """A short sentence on a line of its own among others, as lists without bullets have them."""
    bare, above = lines[number].strip(), lines[number - 1 : number]
    beside = [line.strip() for line in (*above, *lines[number + 1 : number + 2])]
    return (
        about is not About.OPENING
        and 0 < len(bare.split()) <= 14
        and not SENTENCE.search(bare)
        and any(0 < len(line.split()) <= 14 and line.endswith(".") for line in beside)
    )


def _leads_a_list(after: Sequence[str]) -> bool:
    """Whether the next line that holds anything is an item."""
    return any(BULLET.match(line) for line in [line for line in after[:2] if line.strip()][:1])


def _heading_in(
    lines: Sequence[str], number: int, seen: Set[About], *, stands_alone: bool
) -> About | None:
    bare, leads = lines[number].strip(" \t\r\n#*_¿¡"), _leads_a_list(lines[number + 1 :])
    is_plain = not (leads or bare.endswith(":") or bare.isupper())
    if is_plain and (OF_ITEMS.search(bare) or not (stands_alone or OF_HEADINGS.match(bare))):
        return None
    if leads and 0 < len(bare.split()) <= OVER_A_LIST:
        return heading(bare, leads_a_list=True) or _by_its_list(lines[number + 1 :], seen)
    return heading(bare)


def _by_its_list(below: Sequence[str], seen: Set[About]) -> About:
    """What a list is about whose heading says nothing known: perks, or what is done, or wanted."""
    items = takewhile(BULLET.match, (line for line in below if line.strip()))
    perks = sum(bool(PERKS.search(item)) for item in items)
    if perks > 1 or (perks and About.REQUIRED in seen):
        return About.REST
    return About.REQUIRED if About.DUTIES in seen else About.DUTIES


def heading(bare: str, *, leads_a_list: bool = False) -> About | None:
    """What follows this line, when it is a heading that says so; None when it is none."""
    most = OVER_A_LIST if leads_a_list else 8
    if (
        not bare
        or len(bare.split()) > most
        or (re.search(r"[.,;!)]$|\d{3}|:\s", bare) and not leads_a_list)
    ):
        return None
    return next((about for about, words in HEADINGS if words.search(bare)), None)


def _led(bare: str) -> tuple[About, int] | None:
    """What a line is about that begins with a heading of its own, and where it goes on: "Desirable: Kafka"."""
    inline = INLINE.match(bare)
    found = heading(inline[1] or inline[2]) if inline else None
    return (found, inline.end()) if inline and found else None


def _told(line: Statement, wanting: re.Pattern[str]) -> Iterator[Statement]:
    bare, start, about, is_item = line.text, line.start, line.about, line.is_item
    if is_item and (bullet := BULLET.match(bare)):
        bare, start = bare[bullet.end() :], start + bullet.end()
    if found := _led(bare):
        about, place = found
        bare, start, is_item = bare[place:], start + place, True
    begins, is_told = 0, about is not About.OPENING
    for end in [*(gap.start() for gap in SENTENCE.finditer(bare)), len(bare)]:
        text = bare[begins:end]
        first = begins + len(text) - len(text.lstrip())
        begins = end
        is_told = is_told or bool(
            wanting.search(text)
        )  # and what follows in this paragraph goes on about it
        if (
            is_told
            and about is not About.REST
            and not (IN_ITEMS if is_item else ASIDE).search(text)
        ):
            yield Statement(text.strip(), start + first, about, is_item)
