"""How the reading page is asked and answered: addresses, forms, what a script sends."""

from uuid import uuid4

from django.urls import reverse

from mentorship.documents.models import Version

SCRIPT = {"HTTP_HX_REQUEST": "true"}


def address(version: Version, name: str) -> str:
    """One of the version's addresses."""
    return reverse(f"critique:{name}", args=[version.document.ref, version.number])


def written(text: str = "Lead with it.", **place: object) -> dict[str, object]:
    """A filled-in form."""
    return {"text": text, "key": str(uuid4()), **place}
