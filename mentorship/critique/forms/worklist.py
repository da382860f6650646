"""Forms of the work list: what became of a point, and what she decides about several."""

from django import forms

from mentorship.critique.models import Decision, Thread
from mentorship.critique.models.lengths import MAX_REASON, MAX_SEEN
from mentorship.toolbox.forms import OverwritingForm, WrittenField


class SeenField(forms.CharField):
    """Which state the page showed: sent back, so that nothing newer is overwritten unseen."""

    widget = forms.HiddenInput(attrs={"autocomplete": "off"})

    def __init__(self) -> None:
        super().__init__(required=False, max_length=MAX_SEEN)


class UseForm(OverwritingForm):
    """What became of a point, by the button that was pressed; without one it is open again."""

    seen_field = "seen"

    use = forms.ChoiceField(choices=Thread.Use.choices, required=False)
    reason = WrittenField(max_length=MAX_REASON, required=False)
    seen = SeenField()


def as_kept(decision: Decision) -> dict[str, object]:
    """What the form shows of a decision there is."""
    return {
        "chosen": decision.chosen.ref if decision.chosen else "",
        "text": decision.text,
        "why": decision.why,
        "is_told": decision.told_at is not None,
        "seen": decision.seen,
    }
