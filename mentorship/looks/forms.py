"""What seekers choose before a look, and what readers say after it."""

import math
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from django import forms
from django.conf import settings
from django.http import QueryDict
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from mentorship.jobsearch.models import Pursuit
from mentorship.looks.actions import AS_LONG_AS_SHE_LIKES, PACES, Recalled
from mentorship.looks.lengths import (
    LOOKS,
    MAX_DRAWN,
    MAX_EYES,
    MAX_FOR_WHOM,
    MAX_JOB,
    MAX_LOOKS,
    MAX_STOPPED,
    MAX_STRENGTH,
)
from mentorship.looks.models import Look, Showing
from mentorship.toolbox.forms import FlatChoices, KeyField, LongSelect, WrittenField

BY_TEXT = "text"
AREAS = [
    ("0-0", gettext_lazy("Top left")),
    ("1-0", gettext_lazy("Top middle")),
    ("2-0", gettext_lazy("Top right")),
    ("0-1", gettext_lazy("Left, half way down")),
    ("1-1", gettext_lazy("The middle")),
    ("2-1", gettext_lazy("Right, half way down")),
    ("0-2", gettext_lazy("Bottom left")),
    ("1-2", gettext_lazy("Bottom middle")),
    ("2-2", gettext_lazy("Bottom right")),
]


def shares(typed: str, count: int) -> list[float]:
    """So many shares of a page, "0.1,0.25"; raises ValueError for anything else."""
    found = [float(part) for part in typed.split(",")]
    if len(found) != count or not all(math.isfinite(one) and 0 <= one <= 1 for one in found):
        raise ValueError(typed)
    return [round(one, 4) for one in found]


def _all_of(typed: Mapping[str, Any], name: str) -> list[str]:
    """All that was sent under this name, where nothing or one form was."""
    return typed.getlist(name) if isinstance(typed, QueryDict) else []


class LineField(forms.CharField):
    """A few words on one line, without doubled blanks."""

    def to_python(self, value: Any) -> str:
        """What was typed, on one line."""
        return " ".join(str(super().to_python(value)).split())


class PreparationForm(forms.Form):
    """What is covered on page one, for which job it is, and to whom it is offered.

    The lines and the boxes that were drawn are boxes to tick, which the page shows beside its picture.
    """

    target = LineField(
        label=gettext_lazy("Which job is it for?"),
        help_text=gettext_lazy(
            "For you alone: readers name the job without having seen this, and you see how many did."
        ),
        max_length=MAX_JOB,
        required=False,
    )
    pursuit = forms.ChoiceField(
        label=gettext_lazy("Show a job after they have answered?"),
        help_text=gettext_lazy(
            "They see its posting then, and say whether the page is relevant to it."
        ),
        required=False,
        widget=LongSelect,
    )
    is_offered = forms.BooleanField(
        label=gettext_lazy("Offer this look to the people I ask for critique, too"), required=False
    )

    def __init__(
        self, data: QueryDict | None, *, jobs: Sequence[Pursuit], showing: Showing | None
    ) -> None:
        first = {
            "target": showing.target if showing else "",
            "pursuit": showing.pursuit.ref if showing and showing.pursuit else "",
            "is_offered": showing.is_offered if showing else True,
        }
        super().__init__(data, initial=first)
        self.jobs = {one.ref: one for one in jobs}
        if showing and showing.pursuit:  # however many jobs are newer than this one
            self.jobs.setdefault(showing.pursuit.ref, showing.pursuit)
        chosen = self.fields["pursuit"]
        assert isinstance(chosen, forms.ChoiceField)  # noqa: S101 - declared above
        chosen.choices = FlatChoices([("", _("No job")), *_named(self.jobs)])
        if not self.jobs:
            del self.fields["pursuit"]

    def chosen(self) -> dict[str, Any]:
        """As `actions.prepare` takes it; no job for whoever has none to choose."""
        job = self.jobs.get(self.cleaned_data.get("pursuit", ""))
        return {**self.cleaned_data, "pursuit": job}

    def covered(self) -> dict[str, Any]:
        """The numbers of the lines and the boxes that were sent; what makes no sense is left out."""
        lines = {int(one) for one in _all_of(self.data, "lines") if one.isascii() and one.isdigit()}
        drawn = []
        for typed in _all_of(self.data, "drawn")[:MAX_DRAWN]:
            try:
                left, top, right, bottom = shares(typed, 4)
            except ValueError:
                continue
            if left < right and top < bottom:
                drawn.append([left, top, right, bottom])
        return {"lines": sorted(lines), "drawn": drawn}


def _named(jobs: Mapping[str, Pursuit]) -> Iterator[tuple[str, str]]:
    """Each job by its ref, as people say it: what, and where."""
    both = _("%(role)s, %(employer)s")  # translated once, however many they are
    for ref, one in jobs.items():
        known = {"role": one.role, "employer": one.employer}
        yield ref, both % known if one.employer else one.role


class LinkForm(forms.Form):
    """A link to pass on, and how many looks it gives."""

    for_whom = LineField(
        label=gettext_lazy("Who is it for?"),
        help_text=gettext_lazy("To tell your links apart. Nobody else sees it."),
        max_length=MAX_FOR_WHOM,
        required=False,
    )
    most = forms.IntegerField(
        label=gettext_lazy("How many people may look?"),
        min_value=1,
        max_value=MAX_LOOKS,
        initial=LOOKS,
    )
    key = KeyField()


def paces(*, may_read: bool) -> list[tuple[str, str]]:
    """How long a look may take, and for whoever may read the text, the text instead."""
    found = []
    for pace in PACES:
        said = _("As long as I want (up to ten minutes)")
        if pace != AS_LONG_AS_SHE_LIKES:
            seconds = pace * settings.LOOK_SECONDS
            said = ngettext("%(count)d second", "%(count)d seconds", seconds) % {"count": seconds}
        found.append((str(pace), said))
    return [*found, (BY_TEXT, _("I can’t see the picture: I’ll read the text instead"))][
        : None if may_read else -1
    ]


class StartForm(forms.Form):
    """How long she wants to look."""

    pace = forms.ChoiceField(
        label=gettext_lazy("How long would you like to look?"), widget=forms.RadioSelect
    )

    def __init__(self, data: QueryDict | None = None, *, may_read: bool) -> None:
        super().__init__(data, initial={"pace": "1"})
        self.fields["pace"].choices = paces(may_read=may_read)  # type: ignore[attr-defined]  # above

    def chosen(self) -> dict[str, Any]:
        """As `actions.start` takes it; a form that chose nothing takes ten seconds."""
        pace = self.cleaned_data.get("pace", "1") if self.is_valid() else "1"
        is_text = pace == BY_TEXT
        return {"pace": AS_LONG_AS_SHE_LIKES if is_text else int(pace), "by_text": is_text}


class RecallForm(forms.Form):
    """The questions after the look. Each may be left out, but not all of them."""

    job = LineField(
        label=gettext_lazy("Which job is this person going for?"),
        help_text=gettext_lazy("Your first guess, in a few words."),
        max_length=MAX_JOB,
        required=False,
    )
    strongest = LineField(
        label=gettext_lazy("What was the strongest point?"), max_length=MAX_STRENGTH, required=False
    )
    second = LineField(
        label=gettext_lazy("And the next strongest?"), max_length=MAX_STRENGTH, required=False
    )
    stopped = WrittenField(
        label=gettext_lazy("Did anything stop you?"),
        help_text=gettext_lazy(
            "Something you tripped over, doubted, or looked for and didn’t find."
        ),
        max_length=MAX_STOPPED,
        required=False,
        widget=forms.Textarea(attrs={"rows": 3}),
    )
    areas = forms.MultipleChoiceField(
        label=gettext_lazy("Or name the places"),
        choices=AREAS,
        required=False,
        widget=forms.CheckboxSelectMultiple,
    )

    def clean(self) -> dict[str, Any]:
        """Something is said."""
        said = super().clean() or {}
        words = (said.get(name) for name in ("job", "strongest", "second", "stopped"))
        if not self.errors and not any(words):
            message = _("Answer at least one question. “I don’t know” is an answer, too.")
            self.add_error("job", message)
        return said

    def eyes(self) -> list[list[float]]:
        """The places that were pressed, and the middles of those that were named."""
        found = []
        for typed in _all_of(self.data, "eyes"):
            try:
                found.append(shares(typed, 2))
            except ValueError:
                continue
        named = [one.split("-") for one in self.cleaned_data.get("areas", [])]
        found += [[(2 * int(x) + 1) / 6, (2 * int(y) + 1) / 6] for x, y in named]
        return found[:MAX_EYES]

    def said(self) -> Recalled:
        """All of it."""
        words = {
            name: self.cleaned_data[name] for name in ("job", "strongest", "second", "stopped")
        }
        return Recalled(**words, eyes=self.eyes())


class RelevanceForm(forms.Form):
    """Whether the page is relevant to the job."""

    relevant = forms.ChoiceField(
        label=gettext_lazy("Is this person worth a closer look for it?"),
        choices=Look.Relevant.choices,
        widget=forms.RadioSelect,
    )
