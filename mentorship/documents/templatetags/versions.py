"""What templates say about versions."""

from django import template
from django.conf import settings

from mentorship.documents.markup import comparison, rows
from mentorship.documents.sentences import findings, formats, refusals, status, troubles

register = template.Library()
register.filter("document_rows", rows.rows)
register.filter("passages", comparison.passages_html)
register.filter("standing", status.status_of)
register.filter("latest", status.latest)
register.filter("is_unsaved_draft", status.is_unsaved_draft)
register.filter("format_name", formats.format_name)
register.filter("why_refused", refusals.sentence)
register.filter("why_it_waits", troubles.sentence)
register.filter("kept_until", refusals.kept_until)
register.filter("for_owner", findings.for_owner)


@register.simple_tag
def too_large() -> str:
    """The sentence for a file over the limit, so that the browser can say it before sending."""
    limit = {"limit": settings.UPLOAD_LIMIT}
    return refusals.sentence_for({"code": "too-large", "facts": limit})


@register.simple_tag
def upload_limit() -> int:
    """Bytes a file may have."""
    return int(settings.UPLOAD_LIMIT)
