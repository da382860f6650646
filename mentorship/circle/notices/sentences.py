"""What the page says about invitations: the same as the letters, and who has opened hers."""

from collections.abc import Callable

from django.urls import reverse
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from mentorship.circle.models import Invitation
from mentorship.notifications.kinds import Told
from mentorship.notifications.models import Notice

InThePage = Callable[[list[Notice]], dict[int, Told]]


def told(
    sentence: str | Promise,
    leads_to: Callable[[Invitation], str],
    is_so: Callable[[Invitation], bool],
) -> InThePage:
    """A kind's way to be told in the page, of all its notices in one query.

    sentence  with %(name)s, the mentor as the seeker calls her, and %(seeker)s
    is_so     whether it still is; otherwise it is not shown
    """

    def tell(notices: list[Notice]) -> dict[int, Told]:
        refs = {notice.pk: ref_in(notice) for notice in notices}
        found = Invitation.objects.select_related("round__owner").filter(ref__in=refs.values())
        known = {invitation.ref: invitation for invitation in found if is_so(invitation)}
        shown = {pk: known[ref] for pk, ref in refs.items() if ref in known}
        return {
            pk: Told(str(sentence) % _names(invitation), leads_to(invitation))
            for pk, invitation in shown.items()
        }

    return tell


def ref_in(notice: Notice) -> str:
    """The ref of the invitation that a notice is about."""
    return notice.event.thing.partition(":")[2].partition("/")[0]


def is_live(invitation: Invitation) -> bool:
    """Neither taken back nor disowned."""
    return not (invitation.revoked_at or invitation.disowned_at)


def is_asked(invitation: Invitation) -> bool:
    """Whether an answer was still to come, whatever has become of the round."""
    is_answered = invitation.declined_at or invitation.answered_at or invitation.left_at
    return is_live(invitation) and not is_answered


def _names(invitation: Invitation) -> dict[str, str]:
    return {"name": invitation.name, "seeker": invitation.seeker.name}


def _to_round(invitation: Invitation) -> str:
    return invitation.round.get_absolute_url()


def _to_desk(_invitation: Invitation) -> str:
    return reverse("home:desk")


asked = told(_("%(seeker)s asks for your opinion"), Invitation.get_absolute_url, is_live)
asked_again = told(
    _("%(seeker)s would like you to have another look"),
    Invitation.get_absolute_url,
    lambda one: one.waits_for_another_look and is_live(one),
)
copied = told(
    _("%(seeker)s made a link in your name, to send you by other means"),
    Invitation.get_absolute_url,
    is_live,
)
taken_back = told(
    _("%(seeker)s no longer needs your opinion"), _to_desk, lambda one: bool(one.revoked_at)
)
closed = told(
    _("%(seeker)s has closed the round: there is nothing more for you to do"),
    Invitation.get_absolute_url,
    lambda one: bool(one.round.closed_at) and is_asked(one),
)
reopened = told(
    _("%(seeker)s has opened the round again"),
    Invitation.get_absolute_url,
    lambda one: not one.round.closed_at and is_asked(one),
)
gone = told(_("%(seeker)s has deleted what you were asked to read"), _to_desk, is_live)
opened = told(_("%(name)s has opened your letter"), _to_round, is_live)
declined = told(
    _("%(name)s cannot do it this time"),
    _to_round,
    lambda one: bool(one.declined_at) and is_live(one),
)
disowned = told(
    _("Your letter to %(name)s reached somebody else"),
    _to_round,
    lambda one: bool(one.disowned_at) and not one.revoked_at,
)
came_back = told(_("Your letter to %(name)s came back"), _to_round, is_live)
not_taken = told(_("Your letter to %(name)s could not be delivered"), _to_round, is_live)
