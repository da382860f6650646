"""A job of hers goes well: a mentor whom the seeker tells hears it in her words, with what was used."""

from typing import Any

from django.urls import reverse
from django.utils.text import Truncator
from django.utils.translation import gettext as _

from accounts.reader import Reader
from mentorship.circle.models import Invitation
from mentorship.critique.models import Comment, Thanks
from mentorship.critique.notices import ways
from mentorship.critique.notices.things import each_alone, names_of
from mentorship.critique.notices.ways import Way, invitations_to
from mentorship.notifications import kinds
from mentorship.notifications.kinds import Kind, Told
from mentorship.notifications.models import Notice
from mentorship.notifications.notices import tell
from mentorship.notifications.topics import Topic

THANKED = "critique.thanked"
MAX_QUOTED = 200


def register() -> None:
    """Make the kind known."""
    kinds.register(
        Kind(
            THANKED,
            _may_still_be_told,
            _letter,
            together=each_alone,
            topic=Topic.GOOD_NEWS,
            told=_sentences,
            **_WAY.facts,
        )
    )


def tell_of(thanks: Thanks) -> None:
    """Tell the mentor it is for."""
    seeker = thanks.pursuit.owner
    tell(THANKED, thing=thanks.thing, actor=seeker, people=[thanks.person])


def sentence(thanks: Thanks) -> str:
    """ "Ada got an interview"."""
    sentences = {
        Thanks.News.INTERVIEW: _("%(name)s got an interview"),
        Thanks.News.OFFER: _("%(name)s got an offer"),
        Thanks.News.HIRED: _("%(name)s got the job"),
    }
    return sentences[Thanks.News(thanks.news)] % {"name": thanks.pursuit.owner.name}


def _thanks_of(notices: list[Notice]) -> dict[str, Thanks]:
    """By their refs, as far as they are still there."""
    refs = {names_of(one)[1] for one in notices}
    found = Thanks.objects.filter(ref__in=refs).select_related("pursuit__owner")
    return {one.ref: one for one in found.defer("pursuit__posting")}


def _may_still_be_told(notice: Notice) -> bool:
    return _asked_by([notice]) is not None


def _asked_by(notices: list[Notice]) -> Invitation | None:
    """The newest that stands of those in whose rounds the points were made."""
    refs = [names_of(one)[1] for one in notices]
    rounds = Thanks.objects.filter(ref__in=refs).values("points__round")
    return invitations_to(notices).filter(round__in=rounds).first()


def _leads_to(notices: list[Notice], reader: Reader) -> str:
    """The mentor's place, which tells what became of it."""
    return reverse("home:mentoring")


_WAY = Way(_asked_by, _leads_to)


def _letter(notices: list[Notice]) -> dict[str, Any]:
    thanks = _thanks_of(notices)[names_of(notices[0])[1]]
    return {
        "thanks": thanks,
        "name": thanks.pursuit.owner.name,
        "sentence": sentence(thanks),
        "quotes": _quotes(thanks),
        "link": ways.link(),
    }


def _quotes(thanks: Thanks) -> list[str]:
    """What the mentor wrote to begin each point, the first words of it."""
    hers = Comment.objects.sent().standing().filter(author=thanks.person_id, hand=None)
    began = hers.filter(thread__in=thanks.points.filter(author=thanks.person_id, deleted_at=None))
    rows = began.order_by("-pk").values_list("thread_id", "text", "suggestion__new")
    first = {thread: text or new or "" for thread, text, new in rows}
    return [Truncator(first[thread]).chars(MAX_QUOTED) for thread in sorted(first)]


def _sentences(notices: list[Notice]) -> dict[int, Told]:
    """For a mentor: how far it came."""
    known = _thanks_of(notices)
    found = {one.pk: known.get(names_of(one)[1]) for one in notices}
    place = reverse("home:mentoring")
    return {pk: Told(sentence(thanks), place) for pk, thanks in found.items() if thanks}
