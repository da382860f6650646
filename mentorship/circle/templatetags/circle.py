"""What templates say about rounds, and invitations that `Round.objects.with_progress` has fetched."""

from django import template

from mentorship.circle import status

register = template.Library()
register.filter("invitation_standing", status.status_of)
register.filter("is_passed_on", status.is_passed_on)
register.filter("may_be_sent_again", status.may_be_sent_again)
register.filter("may_be_asked_again", status.may_be_asked_again)
register.filter("who_sees", status.who_sees)
