"""Forms about documents. A form that makes something carries a key: sent twice, it makes one."""

from django import forms
from django.utils.translation import gettext_lazy as _

from mentorship.documents.lengths import MAX_NOTE, MAX_TITLE
from mentorship.documents.models import Document
from mentorship.toolbox.forms import WrittenField

FROM_A_JOB = {Document.Kind.DEBRIEF, Document.Kind.THANK_YOU}  # each begins on the page of one
KINDS = [kind for kind in Document.Kind.choices if kind[0] not in FROM_A_JOB]


class DescriptionForm(forms.Form):
    """What a document is, how it is called, what its readers should know."""

    kind = forms.ChoiceField(label=_("What is it?"), choices=KINDS)
    title = forms.CharField(label=_("Title"), max_length=MAX_TITLE)
    note = WrittenField(
        label=_("A note for your readers"),
        help_text=_(
            "The people you ask read this first. For example: who it is for, what worries you."
        ),
        max_length=MAX_NOTE,
        required=False,
        widget=forms.Textarea(attrs={"rows": 3}),
    )

    def keep_kind(self) -> None:
        """Ask no kind: it stays what it is."""
        del self.fields["kind"]

    def clean_title(self) -> str:
        """On one line, without doubled blanks."""
        return " ".join(str(self.cleaned_data["title"]).split())
