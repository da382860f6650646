"""Whom the seeker can ask at a place in her text: everybody in a round about it that is open."""

from typing import Any

from django.utils.translation import gettext as _

from mentorship.circle.people import Names
from mentorship.critique.margin.cards import Audience
from mentorship.toolbox.clock.dates import day
from mentorship.toolbox.words.phrases import listed


def audiences(rows: list[tuple[Any, ...]], names: Names) -> list[Audience]:
    """One for each open round, named by its people; several are told apart by their names, or the day.

    rows  of everybody who was asked about the document: see `build`
    """
    rounds: dict[str, tuple[dict[str, str], list[str]]] = {}
    for round_id, person, _name, _asks, _agreed, display_name, email, *asked in rows:
        ref, called, asked_at, is_asked = asked
        if is_asked:
            facts = {"round": called, "day": day(asked_at)}
            name = names.of_row(round_id, person, display_name, email)
            rounds.setdefault(ref, (facts, []))[1].append(name)
    return [
        Audience(ref, _word(facts | {"names": listed(people)}, is_alone=len(rounds) == 1))
        for ref, (facts, people) in rounds.items()
    ]


def _word(facts: dict[str, str], *, is_alone: bool) -> str:
    if is_alone:
        return _("Ask everyone: %(names)s") % facts
    if facts["round"]:
        return _("Ask everyone in “%(round)s”: %(names)s") % facts
    return _("Ask everyone you asked on %(day)s: %(names)s") % facts
