"""From now on mentors see what others say: those who have sent something are told."""

from typing import Any

from django.utils.translation import gettext as _

from accounts.models import User
from accounts.reader import Reader, as_account
from mentorship.circle.models import Invitation, Round
from mentorship.critique.notices import ways
from mentorship.critique.notices.things import each_alone, names_of, openness_thing
from mentorship.critique.notices.ways import Way, invitations_to
from mentorship.documents.models import Version
from mentorship.documents.sentences.names import known, titles
from mentorship.notifications import kinds
from mentorship.notifications.kinds import Kind, Told
from mentorship.notifications.models import Notice
from mentorship.notifications.notices import tell
from mentorship.notifications.topics import Topic

OPENED_UP = "critique.opened_up"


def register() -> None:
    """Make the kind known."""
    kinds.register(
        Kind(
            OPENED_UP,
            _may_still_be_told,
            _letter,
            together=each_alone,
            topic=Topic.REPLIES,
            told=_sentences,
            **_WAY.facts,
        )
    )


def tell_mentors(asked: Round) -> None:
    """Tell those who have sent something that more people see it now, and what they see themselves."""
    heard = Invitation.objects.live().filter(round=asked, left_at=None).exclude(heard_at=None)
    people = User.objects.filter(pk__in=heard.values("person"))
    if people:
        tell(OPENED_UP, thing=openness_thing(asked), actor=asked.owner, people=people)


def _may_still_be_told(notice: Notice) -> bool:
    """The round is as open as it says, and she still takes part in it."""
    ref, openness = names_of(notice)
    hers = Round.objects.visible_to(as_account(notice.person))
    return hers.filter(ref=ref, openness=openness).exists()


def _asked_by(notices: list[Notice]) -> Invitation | None:
    return invitations_to(notices).filter(round__ref=names_of(notices[0])[0]).first()


def _leads_to(notices: list[Notice], reader: Reader) -> str:
    """Where the first of the round's documents that this reader may read is read."""
    readable = Version.objects.visible_to(reader).ready().select_related("document").defer("text")
    here = readable.filter(document__rounds__ref=names_of(notices[0])[0])
    first = here.order_by("document", "-number").first()
    return first.get_absolute_url() if first else ""


_WAY = Way(_asked_by, _leads_to)


def _letter(notices: list[Notice]) -> dict[str, Any]:
    """The round, and whose it is."""
    asked = Round.objects.select_related("owner").get(ref=names_of(notices[0])[0])
    facts = {"about": known(asked.documents.order_by("pk")), "seeker": asked.owner.name}
    return {"round": asked, "link": ways.link(), **facts}


def _sentences(notices: list[Notice]) -> dict[int, Told]:
    """For a mentor: that she and the others may see what they say."""
    person = notices[0].person
    hers = Invitation.objects.visible_to(as_account(person)).select_related("round__owner")
    hers = hers.prefetch_related("round__documents")
    asked = {one.round.ref: one for one in hers}
    told = {}
    for notice in notices:
        ref, openness = names_of(notice)
        invitation = asked.get(ref)
        if invitation and invitation.round.openness == openness:
            sentence = _("%(name)s lets everyone asked see each other’s comments on %(titles)s")
            about = titles(invitation.round.documents.all())
            facts = {"name": invitation.seeker.name, "titles": about}
            told[notice.pk] = Told(sentence % facts, invitation.get_absolute_url())
    return told
