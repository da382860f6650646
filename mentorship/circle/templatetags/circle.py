"""What templates say about rounds, and invitations that `Round.objects.with_progress` has fetched."""

from django import template

from mentorship.circle import naming, status
from mentorship.circle.models import Round
from mentorship.toolbox.words.phrases import listed

register = template.Library()
register.filter("invitation_standing", status.status_of)
register.filter("only_looked", status.only_looked)
register.filter("is_passed_on", status.is_passed_on)
register.filter("may_be_sent_again", status.may_be_sent_again)
register.filter("may_be_asked_again", status.may_be_asked_again)
register.filter("is_under_way", status.is_under_way)
register.filter("who_sees", status.who_sees)
register.filter("round_name", naming.name_of)


@register.filter
def titles(asked: Round) -> str:
    """What the round asked about, all of it; empty once everything is deleted."""
    return listed(document.title for document in asked.documents.all())
