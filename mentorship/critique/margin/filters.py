"""A part of what is said beside a version: by person, kind, state, or the version it was said about.

The choices come from what the reader sees: nobody and nothing is in them that is hidden from her, and
whom she does not see is as if she did not exist.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, ClassVar
from urllib.parse import urlencode

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from mentorship.critique.margin.cards import Margin, ShownThread, State
from mentorship.critique.models import Thread
from mentorship.toolbox.words.spoken import once_a_language

if TYPE_CHECKING:
    from django.utils.functional import _StrPromise as StrPromise

NAMES = ("who", "kind", "state", "made")
MINE = "me"
SUGGESTED = {
    State.OPEN: "suggested",
    State.ACCEPTED: "accepted",
    State.DONE: "done",
    State.DECLINED: "declined",
}
Choices = dict[str, str]


@dataclass(frozen=True, slots=True)
class Filter:
    """What a thread must be like; what is empty makes no difference.

    who    the ref of a person who spoke in it, or "me"
    kind   as the thread's
    state  open, resolved, draft, or what became of a suggestion in it
    made   the number of the version it was made on
    """

    who: str = ""
    kind: str = ""
    state: str = ""
    made: str = ""

    @property
    def query(self) -> str:
        """As an address carries it: "?kind=praise"; empty for all threads."""
        asked = {name: getattr(self, name) for name in NAMES if getattr(self, name)}
        return f"?{urlencode(asked)}" if asked else ""

    def keeps(self, thread: ShownThread) -> bool:
        """Whether the thread is like that."""
        return (
            self.kind in {"", thread.kind}
            and self.made in {"", str(thread.made)}
            and (not self.who or self.who in _voices(thread))
            and (not self.state or self.state in _states(thread))
        )


ALL = Filter()


class FilterForm(forms.Form):
    """Which threads to show: a choice for each thing in which they differ."""

    labels: ClassVar[dict[str, tuple["StrPromise", "StrPromise"]]] = {
        "who": (gettext_lazy("From"), gettext_lazy("Everybody")),
        "kind": (gettext_lazy("Kind"), gettext_lazy("All kinds")),
        "state": (gettext_lazy("State"), gettext_lazy("All states")),
        "made": (gettext_lazy("Made on"), gettext_lazy("All versions")),
    }

    def __init__(self, choices: dict[str, list[tuple[str, str]]], initial: dict[str, str]) -> None:
        super().__init__(initial=initial, auto_id="filter_%s")
        for name, (label, everything) in self.labels.items():
            if len(choices[name]) > 1 or initial[name]:
                offered = [("", everything), *choices[name]]
                self.fields[name] = forms.ChoiceField(label=label, choices=offered, required=False)


@dataclass(frozen=True, slots=True)
class Filtered:
    """A margin with the threads that were asked for: `count` of so many in `total`.

    placed  those that stand at words, in a picture, on a page, or at the whole
    tray    those whose words are no longer there
    query   what was asked for, as an address carries it
    is_on   whether anything may be left out
    """

    margin: Margin
    asked: Filter
    form: FilterForm
    placed: list[ShownThread]
    tray: list[ShownThread]
    count: int
    total: int
    query: str
    is_on: bool


def filter_of(given: Mapping[str, str]) -> Filter:
    """What an address asks for, without what makes no sense."""
    asked = Filter(**{name: given.get(name, "") for name in NAMES})
    return replace(
        asked,
        kind=asked.kind if asked.kind in Thread.Kind else "",
        state=asked.state if asked.state in _state_words() else "",
        made=asked.made if asked.made.isdecimal() else "",
    )


def filtered(margin: Margin, given: Mapping[str, str]) -> Filtered:
    """The margin with the threads that an address asks for."""
    asked = filter_of(given)
    form = FilterForm(
        {name: list(words.items()) for name, words in _choices(margin.threads, asked).items()},
        initial={name: getattr(asked, name) for name in NAMES},
    )
    kept = [thread for thread in margin.threads if asked.keeps(thread)]
    return Filtered(
        margin=replace(margin, threads=kept),
        asked=asked,
        form=form,
        placed=[thread for thread in kept if not thread.is_gone],
        tray=[thread for thread in kept if thread.is_gone],
        count=len(kept),
        total=len(margin.threads),
        query=asked.query,
        is_on=asked != ALL,
    )


def _choices(threads: Iterable[ShownThread], asked: Filter) -> dict[str, Choices]:
    """What there is to choose from, and what was chosen."""
    people: Choices = {}
    kinds, states, versions = {asked.kind}, {asked.state}, {asked.made}
    for thread in threads:
        kinds.add(thread.kind)
        versions.add(str(thread.made))
        states |= _states(thread)
        people |= _voices(thread)
    numbers = sorted(int(number) for number in versions if number)
    by_name = sorted(people.items(), key=lambda one: (one[0] != MINE, one[1].casefold()))
    return {
        "who": {ref: _("Mine") if ref == MINE else name for ref, name in by_name},
        "kind": {kind: word for kind, word in _kind_words().items() if kind in kinds},
        "state": {state: word for state, word in _state_words().items() if state in states},
        "made": {str(one): _("Version %(number)s") % {"number": one} for one in numbers},
    }


def _voices(thread: ShownThread) -> Choices:
    """Who spoke in it, by ref; the reader herself as "me"."""
    standing = [said for said in thread.comments if not said.is_deleted]
    return {MINE if said.is_mine else said.who: said.author for said in standing}


def _states(thread: ShownThread) -> set[str]:
    """All that is the case with it."""
    states = {"resolved" if thread.is_resolved else "open"}
    for said in thread.comments:
        if said.is_draft:
            states.add("draft")
        if said.suggestion:
            states.add(SUGGESTED[said.suggestion.state])
    return states


@once_a_language
def _kind_words() -> Choices:
    return {str(kind): str(kind.label) for kind in Thread.Kind}


@once_a_language
def _state_words() -> Choices:
    return {
        "open": _("Open"),
        "resolved": _("Resolved"),
        "draft": _("Not sent yet"),
        "suggested": _("Suggested wording"),
        "accepted": _("Accepted wording"),
        "done": _("Wording worked in"),
        "declined": _("Declined wording"),
    }
