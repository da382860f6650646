"""Whether a document or a version is still there: another window may delete it while somebody acts."""

from django.utils.translation import gettext as _

from mentorship.documents.models import Document, Version
from mentorship.toolbox.refused import Refused


def gone(field: str | None = None) -> Refused:
    """The refusal of whoever acts on a document that has gone."""
    return Refused("deleted", _("This document has just been deleted."), field=field)


def held(pk: int, *, field: str | None = None) -> Document:
    """The document, locked until the end of the transaction.

    Raises Refused "deleted", beside this field of the form, when it has gone.
    """
    document = Document.objects.select_for_update(no_key=True).filter(pk=pk).first()
    if document is None:
        raise gone(field)
    return document


def keep(row: Document | Version, *columns: str) -> None:
    """Write these columns of it. Raises Refused "deleted" when it has gone."""
    now = {column: getattr(row, column) for column in columns}
    if not type(row).objects.filter(pk=row.pk).update(**now):
        raise Refused("deleted", _("This has just been deleted."))
