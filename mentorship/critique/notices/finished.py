"""A mentor has finished: the seeker is told, with all that was sent."""

from collections.abc import Iterable
from typing import Any

from django.db.models import QuerySet
from django.urls import reverse
from django.utils.translation import gettext as _

from accounts.reader import as_account
from mentorship.circle.people import name_in, names_in
from mentorship.critique.models import Comment, Review
from mentorship.critique.notices.quoting import quoted
from mentorship.critique.notices.things import names_of, review_thing
from mentorship.critique.reviews.checklists import as_sent
from mentorship.documents.models import Version
from mentorship.documents.sentences.names import titles, yours
from mentorship.notifications import kinds
from mentorship.notifications import links as addresses
from mentorship.notifications.kinds import Kind, Told
from mentorship.notifications.models import Event, Notice
from mentorship.notifications.notices import tell
from mentorship.notifications.topics import Topic

FINISHED = "critique.finished"


def register() -> None:
    """Make the kind known."""
    kinds.register(
        Kind(
            FINISHED,
            _may_still_be_told,
            _letter,
            together=_review,
            topic=Topic.REVIEWS,
            told=_sentences,
        )
    )


def tell_seeker(review: Review) -> Event:
    """What is sent with the review is published at the moment this event happened."""
    seeker = review.round.owner
    return tell(FINISHED, thing=review_thing(review), actor=review.mentor, people=[seeker])


def _review(notice: Notice) -> object:
    """Who finishes twice before a letter is written is told of once: in it stands her last summary."""
    return names_of(notice)[0]


def _may_still_be_told(notice: Notice) -> bool:
    """The seeker sees the review, and something of what was sent then still stands."""
    seen = Review.objects.visible_to(as_account(notice.person))
    review = seen.filter(ref=names_of(notice)[0]).first()
    if review is None:
        return False
    told = review.verdict or review.summary or _sent(review, [notice]).exists()
    return bool(told or review.checklists.sent().exists())


def _sent(review: Review, notices: list[Notice]) -> "QuerySet[Comment]":
    """What was sent at the moments that these tell of, as far as it stands."""
    moments = [notice.event.happened_at for notice in notices]
    return review.comments.standing().filter(published_at__in=moments)


def _letter(notices: list[Notice]) -> dict[str, Any]:
    found = Review.objects.select_related("round__owner", "mentor")
    review = found.get(ref=names_of(notices[0])[0])
    sent = _sent(review, notices)
    comments = quoted(sent, to=notices[0].person)
    documents = list(review.round.documents.order_by("pk"))
    page = comments[0].document if comments else next(iter(documents), None)
    link = ""
    if page:
        link = Version.objects.ready().filter(document=page).latest("number").get_absolute_url()
    return {
        "review": review,
        "name": name_in(review.round_id, review.mentor),
        "points": comments,
        "checklists": [as_sent(one) for one in review.checklists.sent()],
        "text": yours(documents),
        "titles": titles(documents),
        "verdict": review.verdict_said,
        "link": addresses.to(link),
    }


def _sentences(notices: list[Notice]) -> dict[int, Told]:
    """Who has finished, and where it is read beside the seeker's words."""
    refs = {names_of(notice)[0] for notice in notices}
    seen = Review.objects.visible_to(as_account(notices[0].person)).filter(ref__in=refs)
    whole = seen.select_related("round", "mentor").prefetch_related("round__documents")
    reviews = {review.ref: review for review in whole}
    names = names_in(review.round_id for review in reviews.values())
    pages = _pages_of(reviews.values())
    told = {}
    for notice in notices:
        if review := reviews.get(names_of(notice)[0]):
            name = names.of(review.round_id, review.mentor)
            page = pages.get(review.round_id) or review.round.get_absolute_url()
            told[notice.pk] = Told(_sentence(review, name), page)
    return told


def _sentence(review: Review, name: str) -> str:
    facts = {"name": name, "titles": titles(review.round.documents.all())}
    if not review.verdict:
        return _("%(name)s has sent you comments on %(titles)s") % facts
    facts["verdict"] = review.verdict_said
    return _("%(name)s has read %(titles)s: %(verdict)s") % facts


def _pages_of(reviews: Iterable[Review]) -> dict[int, str]:
    """Where the first document of each review's round is read now, by round. One query."""
    rounds = {review.round_id for review in reviews}
    asked = Version.objects.ready().filter(document__rounds__in=rounds)
    rows = asked.values_list("document__rounds", "document__ref", "number")
    # The last one stays: the first document, in its latest version.
    return {
        round_id: reverse("critique:reading", args=[ref, number])
        for round_id, ref, number in rows.order_by("-document", "number")
    }
