"""What a seeker changes of a round that was asked: its name, its day, one question more."""

from django import forms
from django.http import QueryDict
from django.utils.translation import gettext_lazy as _

from mentorship.circle.forms.fields import PlainField, WantedByField
from mentorship.circle.lengths import MAX_QUESTION, MAX_QUESTIONS, MAX_ROUND_NAME
from mentorship.circle.models import Round
from mentorship.circle.naming import name_of, offered


class RoundForm(forms.Form):
    """Its name and day as they are, and a field for one question more while it has fewer than three."""

    name = forms.CharField(
        label=_("Name"), help_text=_("For you alone."), max_length=MAX_ROUND_NAME, required=False
    )
    offered = forms.CharField(widget=forms.HiddenInput(), required=False)  # as the page named it
    wanted_by = WantedByField(label=_("By when?"))
    question = PlainField(label=_("One more question"), max_length=MAX_QUESTION, required=False)

    def __init__(self, data: QueryDict | None, *, asked: Round) -> None:
        called = name_of(asked)
        is_short = len(called) <= MAX_ROUND_NAME  # else it could not be saved as it stands
        first = {
            "name": called if is_short else "",
            "offered": offered(asked),
            "wanted_by": asked.wanted_by,
        }
        super().__init__(data, initial=first)
        day = self.fields["wanted_by"]
        assert isinstance(day, WantedByField)  # noqa: S101 - declared above
        day.kept = asked.wanted_by
        is_typed = bool(data and data.get("question"))  # where another window has added the third
        if len(asked.questions) >= MAX_QUESTIONS and not is_typed:
            del self.fields["question"]
