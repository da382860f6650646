"""Threads, lines and what comments say, in templates."""

from collections.abc import Iterable

from django import template
from django.utils.safestring import SafeString

from mentorship.critique.evidence.rows import Row
from mentorship.critique.markup import evidence
from mentorship.critique.markup.lines import blocks
from mentorship.critique.markup.software import software_rows
from mentorship.critique.markup.suggestions import reworded
from mentorship.critique.markup.threads import articles
from mentorship.toolbox.words import sanitiser

register = template.Library()
register.filter("articles", articles)
register.filter("line_blocks", blocks)
register.filter("reworded", reworded)
register.filter("software_rows", software_rows)
register.filter("stored", sanitiser.stored)


@register.simple_tag(takes_context=True)
def evidence_rows(context: template.Context, of: Iterable[Row]) -> SafeString:
    """What a posting asks for, on the page of a map."""
    place = evidence.Place(
        version=context["version"],
        pursuit=context["pursuit"],
        is_own=context["rights"].own,
        says=bool(context["page"].who_sees),
        token=str(context["csrf_token"]),
    )
    return evidence.rows(of, place)
