"""A version of hers, chosen for a job."""

from typing import Any

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from accounts.reader import Reader
from mentorship.documents.models import Version
from mentorship.jobsearch.checklist import AFTERWARDS
from mentorship.toolbox.forms import KeyField

MAX_CHOICES = 200  # of the newest


class VersionForm(forms.Form):
    """Which of her versions that can be read, of texts that are written to get a job."""

    version = forms.TypedChoiceField(label=gettext_lazy("Which version?"), coerce=int)
    key = KeyField()

    def __init__(self, *args: Any, by: Reader, **options: Any) -> None:
        super().__init__(*args, **options)
        hers = Version.objects.visible_to(by).ready().filter(document__owner=by.person)
        for_jobs = hers.exclude(document__kind__in=AFTERWARDS)
        newest = for_jobs.select_related("document").only(
            "number", "document__title", "document__ref"
        )
        self.known = {one.pk: one for one in newest.order_by("-pk")[:MAX_CHOICES]}
        field = self.fields["version"]
        assert isinstance(field, forms.TypedChoiceField)  # noqa: S101 - declared above
        field.choices = [(pk, _named(one)) for pk, one in self.known.items()]

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
