"""What job search knows of a document that is about to be deleted."""

from collections.abc import Iterable

from mentorship.documents.models import Document
from mentorship.jobsearch.models import Sending


def say(document: Document) -> Iterable[str]:
    """That something was sent stays; what it was called goes."""
    Sending.objects.filter(version__document=document).update(title="")
    return []
