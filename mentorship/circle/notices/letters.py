"""The letters about invitations, and whether they may still be told when they are about to leave."""

from typing import Any

from django.utils.translation import gettext as _

from mentorship.circle import headers, links
from mentorship.circle.kinds import (
    ANOTHER_LOOK,
    CHANGED,
    CLOSED,
    CODE,
    COPIED,
    DECLINED,
    DISOWNED,
    DUE,
    FRESH_LINK,
    GONE,
    INVITATION,
    OPENED,
    REMINDER,
    REOPENED,
    REVOKED,
)
from mentorship.circle.models import Invitation
from mentorship.circle.notices import ends, sentences
from mentorship.circle.reminders import wanted
from mentorship.documents.sentences.names import known, unknown, yours
from mentorship.notifications import codes, kinds
from mentorship.notifications import links as addresses
from mentorship.notifications.kinds import Kind
from mentorship.notifications.letters import preview as previewed
from mentorship.notifications.marks import Ours, Secret
from mentorship.notifications.models import Letter, Notice
from mentorship.notifications.topics import Topic

# These begin a link of the invitation, which the seeker ends by sending another; the rest have their own.
OF_THE_INVITATION = {INVITATION, FRESH_LINK, ANOTHER_LOOK}


def register() -> None:
    """Make these kinds known. Each letter is about one invitation and stands alone."""
    fresh: dict[str, Any] = {"context": _to_mentor, "secrets": _links}
    taken_back = {**fresh, "topic": Topic.INVITATIONS, "told": sentences.taken_back}
    reminder = {
        **fresh,
        "topic": Topic.INVITATIONS,
        "headers": _in_her_name,
        "ended": ends.tell,
    }
    to_seeker = {"context": _to_seeker, "topic": Topic.REVIEWS}
    for name, may_still_be_told, facts in (
        (INVITATION, _is_wanted, {**reminder, "told": sentences.asked, "is_urgent": True}),
        (FRESH_LINK, _is_newest, {**fresh, "is_urgent": True}),
        (ANOTHER_LOOK, _is_asked_again, {**reminder, "told": sentences.asked_again}),
        (REMINDER, _is_picked, reminder),
        (DUE, _is_due, reminder),
        (COPIED, _is_wanted, {**fresh, "topic": Topic.INVITATIONS, "told": sentences.copied}),
        (REVOKED, _is_revoked, taken_back),
        (CHANGED, _is_wanted, {**taken_back, "told": sentences.changed}),
        (CLOSED, _is_closed, {**taken_back, "told": sentences.closed}),
        (REOPENED, _is_open_again, {**taken_back, "told": sentences.reopened}),
        (GONE, _is_deleted, {**taken_back, "told": sentences.gone}),
        (DECLINED, _is_declined, {**to_seeker, "told": sentences.declined}),
        (DISOWNED, _is_disowned, {**to_seeker, "told": sentences.disowned}),
    ):
        kinds.register(Kind(name, may_still_be_told, together=_each, **facts))
    kinds.register(Kind(CODE, secrets=codes.code_of, is_urgent=True))
    kinds.register(Kind(OPENED, by_letter=False, told=sentences.opened))


def invitation_of(notice: Notice) -> Invitation | None:
    """The invitation the notice is about; None once it is gone."""
    found = Invitation.objects.select_related("round__owner", "round__pursuit", "person", "event")
    found = found.defer("round__pursuit__posting")
    return found.filter(ref=sentences.ref_in(notice)).first()


def _generation(notice: Notice) -> int:
    return int(notice.event.thing.rpartition("/")[2])


def _each(notice: Notice) -> object:
    return notice.event_id


# ---- May it still be told? -----------------------------------------------------------------------


def _is_newest(notice: Notice) -> bool:
    """Live, and this letter's link is still one that opens it."""
    current = {"ref": sentences.ref_in(notice), "links_from__lte": _generation(notice)}
    return Invitation.objects.live().filter(**current).exists()


def _is_wanted(notice: Notice) -> bool:
    invitation = invitation_of(notice)
    asks = invitation and not (invitation.declined_at or invitation.round.closed_at)
    return bool(asks and _is_newest(notice))


def _is_picked(notice: Notice) -> bool:
    """The day she picked is here, and she has not answered in between."""
    invitation = invitation_of(notice)
    return bool(
        invitation
        and _is_newest(notice)
        and wanted.has_come(invitation)
        and wanted.waits(invitation)
    )


def _is_due(notice: Notice) -> bool:
    """The seeker still wants her reminded, and she has neither answered nor begun."""
    invitation = invitation_of(notice)
    return bool(invitation and _is_newest(notice) and wanted.may_be_sent(invitation))


def _is_asked_again(notice: Notice) -> bool:
    invitation = invitation_of(notice)
    return bool(invitation and invitation.waits_for_another_look and _is_wanted(notice))


def _is_revoked(notice: Notice) -> bool:
    invitation = invitation_of(notice)
    return bool(invitation and invitation.revoked_at)


def _is_closed(notice: Notice) -> bool:
    """The round is, and an answer of hers was still to come."""
    invitation = invitation_of(notice)
    return bool(invitation and invitation.round.closed_at and sentences.is_asked(invitation))


def _is_open_again(notice: Notice) -> bool:
    invitation = invitation_of(notice)
    return bool(invitation and wanted.waits(invitation))


def _is_deleted(notice: Notice) -> bool:
    invitation = invitation_of(notice)
    return bool(invitation and sentences.is_live(invitation))


def _is_declined(notice: Notice) -> bool:
    return (
        Invitation.objects.live()
        .filter(ref=sentences.ref_in(notice))
        .exclude(declined_at=None)
        .exists()
    )


def _is_disowned(notice: Notice) -> bool:
    disowned = Invitation.objects.exclude(disowned_at=None).filter(revoked_at=None)
    return disowned.filter(ref=sentences.ref_in(notice)).exists()


# ---- What the letters say ------------------------------------------------------------------------


def _to_mentor(notices: list[Notice]) -> dict[str, Any]:
    """The ask, and its links."""
    invitation = invitation_of(notices[0])
    assert invitation is not None  # noqa: S101 - it was asked whether it may be told
    return _ask_of(invitation)


def preview(invitation: Invitation) -> dict[str, str]:
    """Subject and words of the letter that would ask her, as it would leave."""
    return previewed(
        INVITATION,
        address=invitation.person.email,
        person=invitation.person,
        context=_ask_of(invitation),
        instead=_("(a link for %(name)s alone)") % {"name": invitation.name},
    )


def _ask_of(invitation: Invitation) -> dict[str, Any]:
    found = {name: Secret(name) for name in ("look", "later", "no", "stop")}
    return {**_facts(invitation), **found}


def _to_seeker(notices: list[Notice]) -> dict[str, Any]:
    """What became of it, and where that is seen."""
    invitation = invitation_of(notices[0])
    assert invitation is not None  # noqa: S101 - it was asked whether it may be told
    page = addresses.to(invitation.round.get_absolute_url())
    return {**_facts(invitation), "page": page, "invited_address": Ours(invitation.address)}


def _facts(invitation: Invitation) -> dict[str, Any]:
    documents = list(invitation.round.documents.order_by("pk"))
    return {
        "name": invitation.name,
        "seeker": invitation.seeker.name,
        "round": invitation.round,
        "job": job.called if (job := invitation.round.pursuit) else "",
        "documents": documents,
        "text": unknown(documents),
        "about": known(documents),
        "yours": yours(documents),
        "invitation": invitation,
        "day": invitation.due_on,
        "is_late": bool(invitation.due_on and invitation.due_on < wanted.today(invitation)),
        "is_last": invitation.remind_at is None,
    }


def _in_her_name(notices: list[Notice]) -> dict[str, str]:
    invitation = invitation_of(notices[0])
    assert invitation is not None  # noqa: S101 - it was asked whether it may be told
    return headers.in_the_name_of(invitation)


def _links(letter: Letter) -> dict[str, str]:
    """Its links: of the invitation, with the generation it was written for, or of this letter alone."""
    notice = letter.notices.select_related("event").first()
    invitation = invitation_of(notice) if notice else None
    if notice is None or invitation is None:
        return {}
    if letter.kind in OF_THE_INVITATION:
        look = links.mailed(invitation, _generation(notice))
    else:
        look = links.of_letter(invitation, letter.ref)
    return {
        "look": look,
        "later": f"{look}?choice=later",
        "no": f"{look}?choice=no",
        "stop": links.stop(invitation),
        # In letters of before: today's lead to "stop", where the page offers both.
        "never": f"{links.stop(invitation)}?choice=never",
    }
