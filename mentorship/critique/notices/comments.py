"""What the kinds share that tell of single comments: which may be told of, and a sentence for each."""

from accounts.reader import Reader, as_account
from mentorship.circle.models import Invitation
from mentorship.circle.people import names_in
from mentorship.critique.models import Comment
from mentorship.critique.models.comments import CommentQuerySet
from mentorship.critique.notices.things import names_of
from mentorship.critique.notices.ways import Way, invitations_to
from mentorship.documents.sentences.names import titles
from mentorship.notifications.access import may_be_written_to
from mentorship.notifications.kinds import Told
from mentorship.notifications.models import Notice


def is_seen(notice: Notice) -> bool:
    """Whether the comment still stands, where the person sees it and takes letters about the text.

    Whoever wrote it: a mentor who wants no letters of a seeker wants none of what others say to her.
    """
    seen = Comment.objects.visible_to(as_account(notice.person)).standing()
    whole = seen.filter(ref=names_of(notice)[0]).select_related("thread__document__owner")
    found = whole.first()
    return bool(found and may_be_written_to(notice.person, by=found.thread.document.owner))


def _said(notices: list[Notice]) -> CommentQuerySet:
    return Comment.objects.filter(ref__in=[names_of(notice)[0] for notice in notices])


def _asked_by(notices: list[Notice]) -> Invitation | None:
    """The one to the round in which the first of it was said."""
    first = _said(notices).order_by("pk").values("thread__round")[:1]
    return invitations_to(notices).filter(round__in=first).first()


def _leads_to(notices: list[Notice], reader: Reader) -> str:
    """The thread in which the first of it stands that this reader sees."""
    said = _said(notices).standing().visible_to(reader)
    first = said.select_related("thread").order_by("pk").first()
    return first.thread.get_absolute_url() if first else ""


WAY = Way(_asked_by, _leads_to)


def sentences(notices: list[Notice], sentence: str) -> dict[int, Told]:
    """What the bell says of each comment that is still seen, with a link to its thread.

    sentence  with %(name)s for whoever said it, and %(titles)s for what it is about
    """
    refs = {names_of(notice)[0] for notice in notices}
    seen = Comment.objects.visible_to(as_account(notices[0].person)).standing()
    rows = seen.filter(ref__in=refs).select_related("thread__document", "author")
    comments = {comment.ref: comment for comment in rows}
    names = names_in(comment.thread.round_id for comment in comments.values())
    told = {}
    for notice in notices:
        comment = comments.get(names_of(notice)[0])
        if comment and comment.author:
            name = names.of(comment.thread.round_id, comment.author)
            facts = {"name": name, "titles": titles([comment.thread.document])}
            told[notice.pk] = Told(sentence % facts, comment.thread.get_absolute_url())
    return told
