"""What templates say about rounds, and invitations that `Round.objects.with_progress` has fetched."""

from django import template

from mentorship.circle import standing

register = template.Library()
register.filter("invitation_standing", standing.standing)
register.filter("is_passed_on", standing.is_passed_on)
register.filter("may_be_sent_again", standing.may_be_sent_again)
register.filter("may_be_asked_again", standing.may_be_asked_again)
register.filter("who_sees", standing.who_sees)
