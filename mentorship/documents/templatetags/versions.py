"""What templates say about versions."""

from django import template
from django.conf import settings
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from mentorship.documents import refusals, status, troubles
from mentorship.documents.markup import comparison, rows

register = template.Library()
register.filter("document_rows", rows.rows)
register.filter("passages", comparison.passages_html)
register.filter("standing", status.status_of)
register.filter("latest", status.latest)
register.filter("is_unsaved_draft", status.is_unsaved_draft)
register.filter("why_refused", refusals.sentence)
register.filter("why_it_waits", troubles.sentence)
register.filter("kept_until", refusals.kept_until)

FORMATS = {"txt": _("plain text"), "md": _("text with Markdown")}


@register.filter
def format_name(format_: str) -> str | Promise:
    """How people call a format: "PDF", "plain text"."""
    return FORMATS.get(format_, format_.upper())


@register.simple_tag
def too_large() -> str:
    """The sentence for a file over the limit, so that the browser can say it before sending."""
    limit = {"limit": settings.UPLOAD_LIMIT}
    return refusals.sentence_for({"code": "too-large", "facts": limit})


@register.simple_tag
def upload_limit() -> int:
    """Bytes a file may have."""
    return int(settings.UPLOAD_LIMIT)
