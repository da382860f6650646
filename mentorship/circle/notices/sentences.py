"""What the page says about invitations: the same as the letters, and who has opened hers."""

from collections.abc import Callable

from django.urls import reverse
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from mentorship.circle.models import Invitation
from mentorship.documents.sentences.names import titles
from mentorship.notifications.kinds import Told
from mentorship.notifications.models import Notice

InThePage = Callable[[list[Notice]], dict[int, Told]]


def told(
    sentence: str | Promise,
    leads_to: Callable[[Invitation], str],
    is_so: Callable[[Invitation], bool],
) -> InThePage:
    """A kind's way to be told in the page, of all its notices in one query.

    sentence  with %(name)s, the mentor as the seeker calls her, %(seeker)s, and %(titles)s of what it
              is about: not where that is gone, or closed to whoever is told
    is_so     whether it still is; otherwise it is not shown
    """

    def tell(notices: list[Notice]) -> dict[int, Told]:
        refs = {notice.pk: ref_in(notice) for notice in notices}
        found = Invitation.objects.select_related("round__owner").filter(ref__in=refs.values())
        whole = found.prefetch_related("round__documents")
        known = {invitation.ref: invitation for invitation in whole if is_so(invitation)}
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


def has_texts(invitation: Invitation) -> bool:
    """Live, with something to read."""
    return is_live(invitation) and bool(invitation.round.documents.all())


def _names(invitation: Invitation) -> dict[str, str]:
    about = titles(invitation.round.documents.all())
    return {"name": invitation.name, "seeker": invitation.seeker.name, "titles": about}


def _to_round(invitation: Invitation) -> str:
    return invitation.round.get_absolute_url()


def _to_desk(_invitation: Invitation) -> str:
    return reverse("home:desk")


asked = told(
    _("%(seeker)s asks for your opinion on %(titles)s"), Invitation.get_absolute_url, has_texts
)
asked_again = told(
    _("%(seeker)s would like you to have another look at %(titles)s"),
    Invitation.get_absolute_url,
    lambda one: one.waits_for_another_look and has_texts(one),
)
copied = told(
    _("%(seeker)s made a link in your name to %(titles)s, to send you another way"),
    Invitation.get_absolute_url,
    has_texts,
)
taken_back = told(
    _("%(seeker)s no longer needs your opinion"), _to_desk, lambda one: bool(one.revoked_at)
)
changed = told(
    _("%(seeker)s has changed what you were asked about %(titles)s"),
    Invitation.get_absolute_url,
    lambda one: not one.round.closed_at and has_texts(one),
)
closed = told(
    _("%(seeker)s has closed the round about %(titles)s: there is nothing more for you to do"),
    Invitation.get_absolute_url,
    lambda one: bool(one.round.closed_at) and is_asked(one) and has_texts(one),
)
reopened = told(
    _("%(seeker)s has opened the round about %(titles)s again"),
    Invitation.get_absolute_url,
    lambda one: not one.round.closed_at and is_asked(one) and has_texts(one),
)
gone = told(_("%(seeker)s has deleted what you were asked to read"), _to_desk, is_live)
opened = told(_("%(name)s has opened your email about %(titles)s"), _to_round, has_texts)
declined = told(
    _("%(name)s can’t look at %(titles)s this time"),
    _to_round,
    lambda one: bool(one.declined_at) and has_texts(one),
)
disowned = told(
    _("Your email to %(name)s about %(titles)s reached the wrong person"),
    _to_round,
    lambda one: bool(one.disowned_at) and not one.revoked_at and bool(one.round.documents.all()),
)
came_back = told(_("Your email to %(name)s about %(titles)s came back"), _to_round, has_texts)
not_taken = told(
    _("Your email to %(name)s about %(titles)s could not be delivered"), _to_round, has_texts
)
