"""The rows of people to ask: whom they name, and what stands in the way of each."""

from collections.abc import Iterable

from django.forms import BaseFormSet
from django.utils.translation import gettext as _

from accounts.addresses import identity
from mentorship.circle.asking import Invitee, RowsRefused
from mentorship.circle.forms.asking import PersonForm

Typed = list[tuple[PersonForm, Invitee]]


def typed(rows: "BaseFormSet[PersonForm]", *, besides: Iterable[Invitee] = ()) -> Typed:
    """The rows of a valid set that name somebody, each with the person.

    Where none does, and nobody is chosen `besides`, the first says so.
    """
    found = [(row, row.asked) for row in rows if row.asked]
    if rows.forms and not found and not list(besides):
        rows[0].add_error("email", _("Who do you want to ask?"))
    return found


def refuse(refused: RowsRefused, rows: Typed) -> None:
    """Put beside each row why its person cannot be asked now."""
    for row, person in rows:
        if sentence := refused.sentences.get(identity(person.email)):
            row.add_error("email", sentence)
