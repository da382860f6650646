"""Jobs as cards of the board, with the ways to move them, and as rows of the list."""

from collections.abc import Iterable, Sequence
from functools import cached_property
from html import escape

from django.utils.safestring import SafeString
from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from mentorship.jobsearch.board import Card
from mentorship.jobsearch.models import Pursuit
from mentorship.toolbox.pages.addresses import pattern

# As ui/enter_does_nothing.html, which says why.
FIRST = '<button type="submit" class="visually-hidden" tabindex="-1" aria-hidden="true" disabled></button>'


class _Words:
    """What cards say again and again: translated once for all of them, when one says it."""

    def __init__(self) -> None:
        self.job = pattern("jobsearch:pursuit", str)
        self.move = pattern("jobsearch:stage", str)
        self.summary = escape(_("Move"))
        which = pgettext("after the words of a link", ": %(which)s")
        self.which = f'<span class="visually-hidden">{escape(which)}</span>'

    @cached_property
    def late(self) -> str:
        """Before a step whose day has passed."""
        return f'<span class="status warning">{escape(_("Late"))}</span> '

    @cached_property
    def today(self) -> str:
        """Before a step of today."""
        return f'<span class="status working">{escape(_("Today"))}</span> '

    @cached_property
    def stages(self) -> dict[str, str]:
        """The words of each stage."""
        return {one.value: escape(str(one.label)) for one in Pursuit.Stage}

    @cached_property
    def outcomes(self) -> dict[str, str]:
        """The words of each end."""
        return {one.value: escape(str(one.label)) for one in Pursuit.Outcome}

    def moves(self, stage: str) -> str:
        """A button for each other stage."""
        return "".join(
            f'<button type="submit" name="stage" value="{value}">{label}</button>'
            for value, label in self.stages.items()
            if value != stage
        )


def cards(of: Sequence[Card], token: str) -> SafeString:
    """An <li> for each job of one stage, for <ul class="board-cards">; they can be moved without a script.

    token  what a form has to send back
    """
    words = _Words()
    inside = (
        f'<input type="hidden" name="csrfmiddlewaretoken" value="{escape(token)}" />{FIRST}'
        f'<input type="hidden" name="board" value="yes" />{words.moves(of[0].pursuit.stage)}'
    )
    return SafeString("\n".join([_card(one, words, inside) for one in of]))


def _card(card: Card, words: _Words, inside: str) -> str:
    job = card.pursuit
    role = escape(job.role)
    employer = f'<p class="quiet">{escape(job.employer)}</p>' if job.employer else ""
    return (
        f'<li class="board-card" id="{job.ref}"><h3><a href="{words.job % job.ref}">{role}</a></h3>'
        f"{employer}{_step(card, words)}"
        f'<details class="move"><summary>{words.summary}{words.which % {"which": role}}</summary>'
        f'<form method="post" action="{words.move % job.ref}">{inside}</form></details></li>'
    )


def rows(of: Iterable[Card]) -> SafeString:
    """An <li> for each job, for <ul class="rows">."""
    words = _Words()
    return SafeString("\n".join([_row(one, words) for one in of]))


def _row(card: Card, words: _Words) -> str:
    job = card.pursuit
    employer = f' <span class="quiet">{escape(job.employer)}</span>' if job.employer else ""
    return (
        f'<li class="row"><span class="row-title"><a href="{words.job % job.ref}">'
        f"{escape(job.role)}</a>{employer}</span>"
        f'<div class="row-facts">{_step(card, words)}'
        f"<span>{words.stages.get(job.stage, '')}</span></div></li>"
    )


def step(card: Card) -> SafeString:
    """What comes next for one job, whether it is late, and how it ended."""
    return SafeString(_step(card, _Words()))


def _step(card: Card, words: _Words) -> str:
    parts = []
    if card.step:
        sign = words.late if card.is_late else words.today if card.is_today else ""
        parts.append(f'<p class="step">{sign}{escape(card.step)}</p>')
    if card.pursuit.outcome:
        parts.append(f'<p class="step">{words.outcomes.get(card.pursuit.outcome, "")}</p>')
    if card.apply_by:
        parts.append(f'<p class="step quiet">{escape(card.apply_by)}</p>')
    return "".join(parts)
