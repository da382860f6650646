"""Whom a seeker tells that it went well, and in which words."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from django import forms
from django.utils.translation import gettext as _

from mentorship.critique.actions import Words
from mentorship.critique.forms.tellings import MessageField
from mentorship.critique.jobs.helped import Helper
from mentorship.critique.models import Thanks
from mentorship.jobsearch.models import Pursuit


@dataclass(frozen=True, slots=True)
class Row:
    """One person with the words for her, and what the button says that tells her alone."""

    helper: Helper
    ref: str
    words: forms.BoundField
    button: str


class ThanksForm(forms.Form):
    """The words for each of them. Which button is pressed says whether one is told, or all."""

    news = forms.CharField(widget=forms.HiddenInput)
    only = forms.CharField(required=False)

    def __init__(
        self, data: Any = None, *, people: Sequence[Helper], pursuit: Pursuit, news: str
    ) -> None:
        super().__init__(data, initial={"news": news})
        self.people = [(one, one.person) for one in people if one.person]
        self.told = news
        for one, person in self.people:
            field = MessageField(one.name)
            field.initial = said_first(pursuit, news)
            self.fields[f"words-{person.ref}"] = field

    @property
    def rows(self) -> list[Row]:
        """Person by person."""
        button = {
            Thanks.News.INTERVIEW: _("Tell %(name)s: you got an interview"),
            Thanks.News.OFFER: _("Tell %(name)s: you got an offer"),
            Thanks.News.HIRED: _("Tell %(name)s: you got the job"),
        }
        return [
            Row(
                one,
                person.ref,
                self[f"words-{person.ref}"],
                button[Thanks.News(self.told)] % {"name": one.name},
            )
            for one, person in self.people
        ]

    @property
    def given(self) -> list[Words]:
        """Who is told what, of a valid form."""
        only = self.cleaned_data["only"]
        chosen = [person for _one, person in self.people if only in {"", person.ref}]
        return [Words(person.pk, self.cleaned_data[f"words-{person.ref}"]) for person in chosen]


def said_first(pursuit: Pursuit, news: str) -> str:
    """What each reads unless she writes something else."""
    words = {
        Thanks.News.INTERVIEW: _("I have an interview for this job: %(job)s."),
        Thanks.News.OFFER: _("I have an offer for this job: %(job)s."),
        Thanks.News.HIRED: _("I got this job: %(job)s."),
    }
    first = words[Thanks.News(news)] % {"job": pursuit.called}
    return "\n\n".join((first, _("What you said was part of what I sent. Thank you.")))
