"""Ten pages that were much discussed: the same text, with as many threads as are wanted."""

from itertools import count, cycle, islice
from pathlib import Path
from uuid import uuid4

from django.core.files.base import ContentFile

from accounts.models import User
from accounts.reader import Reader, as_account
from bench.rig.service import wait_for
from mentorship.critique import actions
from mentorship.critique.access import asked_in
from mentorship.critique.comments.targets import Target
from mentorship.critique.models import Thread
from mentorship.documents import actions as documents
from mentorship.documents.models import Page, Version
from tests import make

PAGES = 10
TEXTS = Path(__file__).parents[1] / "data" / "carrying" / "texts"
SPOKEN = ("en", "de", "fr", "es")
OPENINGS = (
    "Lead with the result", "This is the strongest line on the page", "Say how many people that was",
    "I had to read this twice", "Two ideas in one sentence", "The date belongs on the right",
    "A recruiter stops here", "Cut the first half", "Use the word the advert uses",
    "This repeats what stands above", "Name the customer if you may", "Nobody outside the firm knows it",
)  # fmt: skip
REASONS = (
    "the verb hides what you did yourself", "there is no number to hold on to",
    "it is a duty and not something you brought about", "whoever hires reads for six seconds",
    "the next line says the same in fewer words", "it comes three lines too late",
    "the acronym is never spelled out", "I would ask about exactly this in the interview",
    "it makes the years before look idle", "a machine will read the two columns as one",
    "we cannot tell whether that was the team or you",
)  # fmt: skip
ADVICE = (
    "try it the other way round", "half a line is enough", "move it to the profile",
    "keep it, and drop the one below", "put the figure first", "ask somebody who worked with you",
    "leave it out unless the post asks for it", "say it as you said it to me on the phone",
    "one verb, one object, one number",
)  # fmt: skip


def discussed(seeker: User, threads: int) -> Version:
    """The text in which one mentor has sent so many threads; every fourth is answered."""
    version = _uploaded(seeker, f"Discussed {threads}")
    mentor = make.visitor(make.grant(version.document, to=make.invited("Ben")))
    places, kinds = _places(version), cycle(Thread.Kind.values)
    for number, place, kind in islice(zip(count(), places, kinds), threads):
        actions.comment(version, by=mentor, place=place, text=_said(number), kind=kind, key=uuid4())
    _finish(version, mentor)
    by = as_account(seeker)
    for number, thread in enumerate(Thread.objects.filter(document=version.document)[::4]):
        actions.reply(thread, by=by, text=_said(7 * number + 3), key=uuid4())
    return version


def _uploaded(seeker: User, title: str) -> Version:
    texts = [file for word in SPOKEN for file in sorted(TEXTS.glob(f"*/{word}-*"))]
    text = "\n\n".join(file.read_text() for file in [*texts, *texts[-3:]])
    file = ContentFile(text.encode(), name="texts.md")
    by = as_account(seeker)
    made = documents.upload(by=by, kind="other", title=title, note="", key=uuid4(), file=file)
    version = made.versions.get()
    wait_for(version, within=120)
    if version.pages.count() != PAGES:
        raise RuntimeError(f"The text has {version.pages.count()} pages, not {PAGES}.")
    return version


def _places(version: Version) -> "cycle[Target]":
    """Lines from the first page to the last, words of lines, pages, and parts of pages."""
    lines = sum(len(page.lines) for page in Page.objects.filter(version=version))
    every = [number * lines // 230 + 1 for number in range(230)]
    whole = [Target(line=line) for line in every]
    words = [Target(line=line, start=3, end_line=line, end=19) for line in every]
    pages = [Target(page=number) for number in range(1, PAGES + 1)]
    parts = [
        Target(page=number, box=(0.2, top, 0.7, top + 0.15))
        for number in range(1, PAGES + 1)
        for top in (0.2, 0.5, 0.7)
    ]
    return cycle([*whole, *words, *pages, *parts])


def _said(number: int) -> str:
    opening = OPENINGS[number % len(OPENINGS)]
    reason = REASONS[number * 5 % len(REASONS)]
    return f"{opening}: {reason}. I would *{ADVICE[number * 7 % len(ADVICE)]}*."


def _finish(version: Version, mentor: Reader) -> None:
    asked = asked_in(mentor, version.document).get()
    actions.finish(asked, by=mentor, verdict="small_fixes", summary="")
