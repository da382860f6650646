"""Jobs in templates."""

from collections.abc import Iterable, Sequence

from django import template
from django.utils.safestring import SafeString

from mentorship.jobsearch.board import Card
from mentorship.jobsearch.markup import cards

register = template.Library()


@register.simple_tag(takes_context=True)
def board_cards(context: template.Context, of: Sequence[Card]) -> SafeString:
    """The cards of one stage."""
    return cards.cards(of, str(context["csrf_token"]))


@register.filter
def job_rows(of: Iterable[Card]) -> SafeString:
    """A row for each job."""
    return cards.rows(of)


@register.filter
def next_of(card: Card) -> SafeString:
    """What comes next for the job of a card."""
    return cards.step(card)
