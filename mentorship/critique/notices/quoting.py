"""Comments as letters quote them: the place, the words, who said what."""

from datetime import datetime
from typing import Any

from django.db.models import QuerySet

from mentorship.circle.people import Names, names_in
from mentorship.critique.content import content_of
from mentorship.critique.models import Comment
from mentorship.critique.models.hands import came_by
from mentorship.critique.notices.things import names_of
from mentorship.critique.place_names import PlaceNames
from mentorship.notifications import links as addresses
from mentorship.notifications.models import Notice
from mentorship.toolbox.phrases import listed


def letter_about(notices: list[Notice]) -> dict[str, Any]:
    """What a letter about these comments gets: them, who said them, and where the first is read."""
    said = quoted(Comment.objects.filter(ref__in=[names_of(notice)[0] for notice in notices]))
    names = list(dict.fromkeys(point["author"] for point in said))
    facts = {"name": listed(names), "people": len(names)}
    return {"points": said, "link": said[0]["link"], **facts}


def quoted(comments: "QuerySet[Comment]") -> list[dict[str, Any]]:
    """Comments as a letter shows them, in the order of the text. As many queries for nine as for one."""
    found = comments.select_related(
        "thread__document__owner", "thread__round", "author", "suggestion", "review"
    )
    rows = list(found.prefetch_related("thread__placements__version"))
    names = names_in(comment.thread.round_id for comment in rows)
    shown = [_quoted(comment, names) for comment in rows]
    order = ("title", "page", "start", "moment")
    return _with_headings(sorted(shown, key=lambda point: [point[fact] for fact in order]))


def _with_headings(ordered: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """The same, the first point of each document under its title, when there are several."""
    firsts = {point["document"].pk: point for point in reversed(ordered)}
    for point in firsts.values():
        point["heading"] = point["title"] if len(firsts) > 1 else ""
    return ordered


def _quoted(comment: Comment, names: Names) -> dict[str, Any]:
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
        "author": names.of(thread.round_id, comment.author),
        "passed_on": came_by(comment.hand_id, thread.document.owner.name),
        "lens": comment.review.get_lens_display() if comment.review else "",
        "text": comment.text,
        "why": comment.why,
        "suggests": said.wording is not None,
        "wording": said.wording,
        "link": addresses.to(thread.get_absolute_url()),
    }
