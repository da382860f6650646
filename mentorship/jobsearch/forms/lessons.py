"""What a seeker does differently next time: three things at most."""

from dataclasses import dataclass
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from mentorship.jobsearch import checklist
from mentorship.jobsearch.forms.pursuits import OneLineField
from mentorship.jobsearch.jobs import Learnt
from mentorship.jobsearch.lengths import MAX_LESSON, MAX_LESSONS
from mentorship.jobsearch.models import Lesson
from mentorship.toolbox.forms import OverwritingForm

NAMES = (_("First lesson"), _("Second lesson"), _("Third lesson"))
SHOWING = (
    _("Show the first to the people I ask"),
    _("Show the second to the people I ask"),
    _("Show the third to the people I ask"),
)
PLACES = range(1, MAX_LESSONS + 1)


@dataclass(frozen=True, slots=True)
class Row:
    """The two fields of one lesson."""

    text: forms.BoundField
    shown: forms.BoundField


class LessonsForm(OverwritingForm):
    """All lessons of one job. A field that is left empty, or emptied, is no lesson."""

    seen_field = "seen"

    seen = forms.CharField(required=False, widget=forms.HiddenInput(attrs={"autocomplete": "off"}))

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        for place, name, showing in zip(PLACES, NAMES, SHOWING, strict=True):
            words = forms.Textarea(attrs={"rows": 2, "dir": "auto"})
            self.fields[f"text_{place}"] = OneLineField(
                label=name, max_length=MAX_LESSON, required=False, widget=words
            )
            self.fields[f"shown_{place}"] = forms.BooleanField(label=showing, required=False)

    @staticmethod
    def saying(lessons: list[Lesson], offered: list[str]) -> dict[str, Any]:
        """What the form says of the lessons as they are; before there are any, what is offered."""
        said: dict[str, Any] = {"seen": checklist.state_of(lessons)}
        for one in lessons:
            said |= {f"text_{one.place}": one.text, f"shown_{one.place}": one.shown_at is not None}
        if not lessons:
            said |= {f"text_{place}": text for place, text in enumerate(offered, 1)}
        return said

    @property
    def rows(self) -> list[Row]:
        """The fields, lesson by lesson."""
        return [Row(self[f"text_{place}"], self[f"shown_{place}"]) for place in PLACES]

    @property
    def given(self) -> list[Learnt]:
        """What a valid form says."""
        said = self.cleaned_data
        return [Learnt(said[f"text_{place}"], said[f"shown_{place}"]) for place in PLACES]
