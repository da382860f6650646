"""What people are told about a critique, and whether they may still be told when it leaves."""

from collections.abc import Iterable
from datetime import datetime, timedelta
from typing import Any

from django.db.models import QuerySet

from accounts.models import User
from accounts.reader import as_account
from mentorship.circle.models import Invitation
from mentorship.critique import telling
from mentorship.critique.access import asked_in
from mentorship.critique.content import content_of
from mentorship.critique.heard import summary
from mentorship.critique.models import Comment, Review, draft_links
from mentorship.critique.place_names import PlaceNames
from mentorship.critique.telling import names_of
from mentorship.documents.models import Version
from mentorship.notifications import codes, kinds
from mentorship.notifications import links as addresses
from mentorship.notifications.kinds import Kind
from mentorship.notifications.models import Event, Letter, Notice
from mentorship.notifications.notices import Channel, tell

FINISHED = "critique.finished"
REPLIES = "critique.replies"
DRAFTS = "critique.drafts"
NEW_VERSION = "critique.new_version"

QUIET = timedelta(minutes=5)
AT_MOST = timedelta(hours=1)


def register() -> None:
    """Make these kinds known."""
    kinds.register(
        Kind(FINISHED, _is_there, _finished, together=_each, topic="reviews", told=telling.finished)
    )
    kinds.register(
        Kind(
            REPLIES,
            _is_said,
            _replies,
            topic="replies",
            quiet=QUIET,
            at_most=AT_MOST,
            told=telling.replied,
        )
    )
    kinds.register(
        Kind(DRAFTS, _are_drafts, _drafts, secrets=_send, together=_each, topic="invitations")
    )
    kinds.register(
        Kind(
            NEW_VERSION,
            _may_be_read,
            _new_version,
            together=_document,
            topic="versions",
            told=telling.new_version,
        )
    )


# ---- Telling -------------------------------------------------------------------------------------


def finished(review: Review) -> Event:
    """Tell the seeker; what is sent with it is published at the moment this event happened."""
    return tell(
        FINISHED,
        thing=f"review:{review.ref}",
        actor=review.mentor,
        people=[review.round.owner],
    )


def replied(comment: Comment, *, but: Iterable[User] = ()) -> None:
    """Tell the others who spoke in the thread: in the page at once, by letter when it is quiet.

    but  who hears of it in another way

    The seeker hears of a mentor's answers by the review they came with.
    """
    thread = comment.thread
    said = Comment.objects.exclude(published_at=None).filter(thread=thread)
    others = User.objects.filter(pk__in=said.exclude(author=comment.author).values("author"))
    others = others.exclude(pk__in=[thread.document.owner_id, *(one.pk for one in but)])
    if others:
        tell(
            REPLIES,
            thing=f"comment:{comment.ref}",
            actor=comment.author,
            people=others,
            gathering=f"document:{thread.document.ref}",
        )


def remind(review: Review) -> None:
    """Tell a mentor of the drafts she has not sent; by letter alone, the page shows them anyway."""
    tell(
        DRAFTS,
        thing=f"review:{review.ref}/{review.generation}",
        actor=None,
        people=[review.mentor],
        channels=[Channel.LETTER],
    )


def new_version(version: Version, people: Iterable[User]) -> None:
    """Tell mentors that there is a next version to read."""
    document = version.document
    thing = f"document:{document.ref}/{version.number}"
    tell(NEW_VERSION, thing=thing, actor=document.owner, people=people)


# ---- May it still be told? -----------------------------------------------------------------------


def _is_there(notice: Notice) -> bool:
    return (
        Review.objects.visible_to(as_account(notice.person))
        .filter(ref=names_of(notice)[0])
        .exists()
    )


def _is_said(notice: Notice) -> bool:
    seen = Comment.objects.visible_to(as_account(notice.person)).standing()
    return seen.filter(ref=names_of(notice)[0]).exists()


def _are_drafts(notice: Notice) -> bool:
    ref, generation = names_of(notice)
    review = Review.objects.filter(ref=ref, generation=generation, mentor=notice.person).first()
    asks = review and asked_in(as_account(notice.person)).filter(pk=review.round_id).exists()
    return bool(review and asks and review.comments.drafts().exists())


def _may_be_read(notice: Notice) -> bool:
    ref, number = names_of(notice)
    readable = Version.objects.visible_to(as_account(notice.person)).ready()
    return readable.filter(document__ref=ref, number=number).exists()


def _each(notice: Notice) -> object:
    return notice.event_id


def _document(notice: Notice) -> object:
    return names_of(notice)[0]


# ---- What the letters say ------------------------------------------------------------------------


def _finished(notices: list[Notice]) -> dict[str, Any]:
    review = Review.objects.select_related("round__owner", "mentor").get(
        ref=names_of(notices[0])[0]
    )
    sent = review.comments.standing().filter(published_at=notices[0].event.happened_at)
    shown = points(sent)
    page = shown[0]["document"] if shown else review.round.documents.order_by("pk").first()
    link = (
        Version.objects.ready().filter(document=page).latest("number").get_absolute_url()
        if page
        else ""
    )
    return {
        "review": review,
        "name": called(review),
        "points": shown,
        "link": addresses.site() + link,
    }


def _replies(notices: list[Notice]) -> dict[str, Any]:
    refs = [names_of(notice)[0] for notice in notices]
    said = points(Comment.objects.filter(ref__in=refs))
    names = ", ".join(dict.fromkeys(point["author"] for point in said))
    return {"points": said, "name": names, "link": said[0]["link"]}


def _drafts(notices: list[Notice]) -> dict[str, Any]:
    review = Review.objects.select_related("round__owner").get(ref=names_of(notices[0])[0])
    drafts = points(review.comments.drafts())
    return {"review": review, "points": drafts, "link": codes.marker("send")}


def _send(letter: Letter) -> dict[str, str]:
    """The link with the generation this letter was written for."""
    notice = letter.notices.select_related("event").first()
    if notice is None:
        return {}
    ref, generation = names_of(notice)
    return {"send": draft_links.to_send(ref, int(generation))}


def _new_version(notices: list[Notice]) -> dict[str, Any]:
    """The latest of them; of each what its owner says is new and which points it holds, latest first."""
    names = [names_of(notice) for notice in notices]
    told = Version.objects.filter(
        document__ref=names[0][0], number__in={number for _ref, number in names}
    )
    found = list(told.select_related("document__owner").defer("text").order_by("-number"))
    latest = found[0]
    return {
        "version": latest,
        "versions": [version for version in found if version.change],
        "summaries": list(filter(None, (summary(one, notices[0].person) for one in found))),
        "link": addresses.site() + latest.get_absolute_url(),
    }


def called(review: Review) -> str:
    """Her name as the seeker calls her."""
    asked = Invitation.objects.filter(round=review.round_id, person=review.mentor_id)
    return asked.values_list("name", flat=True).first() or review.mentor.name


def points(comments: "QuerySet[Comment]") -> list[dict[str, Any]]:
    """Comments as a letter shows them, in the order of the text."""
    found = comments.select_related(
        "thread__document__owner", "thread__round", "author", "suggestion", "review"
    )
    shown = [_point(comment) for comment in found.prefetch_related("thread__placements__version")]
    order = ("title", "page", "start", "moment")
    return _with_headings(sorted(shown, key=lambda point: [point[fact] for fact in order]))


def _with_headings(ordered: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """The same, the first point of each document under its title, when there are several."""
    firsts = {point["document"].pk: point for point in reversed(ordered)}
    for point in firsts.values():
        point["heading"] = point["title"] if len(firsts) > 1 else ""
    return ordered


def _point(comment: Comment) -> dict[str, Any]:
    thread = comment.thread
    places = sorted(thread.placements.all(), key=lambda placement: placement.version.number)
    place = places[0] if places else None
    asked = thread.round.questions if thread.round else []
    moment: datetime = comment.published_at or comment.created_at
    said = content_of(comment)
    page = place.page if place else None
    return {
        "title": thread.document.title,
        "document": thread.document,
        "page": page or 0,
        "place": PlaceNames().of(page=page, has_box=bool(place and place.box)),
        "start": place.start if place and place.start is not None else -1,
        "moment": moment,
        "quote": place.quote if place else "",
        "question": asked[thread.question - 1] if thread.question else "",
        "author": _name_in(comment),
        "lens": comment.review.get_lens_display() if comment.review else "",
        "text": comment.text,
        "why": comment.why,
        "suggests": said.wording is not None,
        "wording": said.wording,
        "link": addresses.site() + thread.get_absolute_url(),
    }


def _name_in(comment: Comment) -> str:
    asked = Invitation.objects.filter(round=comment.thread.round_id, person=comment.author_id)
    name = asked.values_list("name", flat=True).first()
    return name or (comment.author.name if comment.author else "")
