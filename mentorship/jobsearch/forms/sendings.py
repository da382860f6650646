"""A version of hers, chosen for a job."""

from collections.abc import Iterable
from typing import Any

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from mentorship.documents.models import Version
from mentorship.toolbox.forms import FlatChoices, KeyField, LongSelect


class VersionForm(forms.Form):
    """Which version, of those she can choose from."""

    version = forms.TypedChoiceField(
        label=gettext_lazy("Which version?"), coerce=int, widget=LongSelect
    )
    key = KeyField()

    def __init__(self, *args: Any, of: Iterable[Version], **options: Any) -> None:
        super().__init__(*args, **options)
        self.known = {one.pk: one for one in of}
        field = self.fields["version"]
        assert isinstance(field, forms.TypedChoiceField)  # noqa: S101 - declared above
        field.choices = FlatChoices([(pk, _named(one)) for pk, one in self.known.items()])

    @property
    def has_any(self) -> bool:
        """Whether there is one to choose."""
        return bool(self.known)

    @property
    def chosen(self) -> Version:
        """The version of a valid form."""
        return self.known[self.cleaned_data["version"]]


def _named(version: Version) -> str:
    facts = {"title": version.document.title, "number": version.number}
    return _("%(title)s, version %(number)s") % facts
