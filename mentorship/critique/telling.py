"""What the page tells about a critique: one sentence each, without any word of a document."""

from collections.abc import Iterable

from django.db.models import Q
from django.urls import reverse
from django.utils.translation import gettext as _

from accounts.reader import as_account
from mentorship.circle.models import Invitation
from mentorship.critique.models import Comment, Review
from mentorship.documents.models import Version
from mentorship.notifications.kinds import Told
from mentorship.notifications.models import Notice


def names_of(notice: Notice) -> list[str]:
    """The parts of what a notice is about, without its kind: "document:k3f9/2" gives k3f9 and 2."""
    return notice.event.thing.partition(":")[2].split("/")


def finished(notices: list[Notice]) -> dict[int, Told]:
    """For the seeker: who has finished, and where it is read beside her words."""
    refs = {names_of(notice)[0] for notice in notices}
    seen = Review.objects.visible_to(as_account(notices[0].person)).filter(ref__in=refs)
    reviews = {review.ref: review for review in seen.select_related("round", "mentor")}
    names, pages = names_in(reviews.values()), _pages_of(reviews.values())
    told = {}
    for notice in notices:
        if review := reviews.get(names_of(notice)[0]):
            name = names.get((review.round_id, review.mentor_id), review.mentor.name)
            sentence = _("%(name)s has finished and sent you a review") % {"name": name}
            page = pages.get(review.round_id) or review.round.get_absolute_url()
            told[notice.pk] = Told(sentence, page)
    return told


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


def replied(notices: list[Notice]) -> dict[int, Told]:
    """For whoever spoke in a thread: who answered there."""
    refs = {names_of(notice)[0] for notice in notices}
    seen = Comment.objects.visible_to(as_account(notices[0].person)).standing()
    said = {
        comment.ref: comment
        for comment in seen.filter(ref__in=refs).select_related("thread", "review", "author")
    }
    names = names_in(comment.review for comment in said.values() if comment.review)
    told = {}
    for notice in notices:
        comment = said.get(names_of(notice)[0])
        if comment and comment.author:
            known = (comment.thread.round_id or 0, comment.author.pk)
            name = names.get(known, comment.author.name)
            sentence = _("%(name)s replied to what you wrote") % {"name": name}
            told[notice.pk] = Told(sentence, comment.thread.get_absolute_url())
    return told


def mentioned(notices: list[Notice]) -> dict[int, Told]:
    """For whoever is named in a comment: by whom, and where."""
    refs = {names_of(notice)[0] for notice in notices}
    seen = Comment.objects.visible_to(as_account(notices[0].person)).standing()
    said = {
        comment.ref: comment
        for comment in seen.filter(ref__in=refs).select_related("thread", "review", "author")
    }
    names = names_in(comment.review for comment in said.values() if comment.review)
    told = {}
    for notice in notices:
        comment = said.get(names_of(notice)[0])
        if comment and comment.author:
            known = (comment.thread.round_id or 0, comment.author.pk)
            sentence = _("%(name)s names you in a comment")
            facts = {"name": names.get(known, comment.author.name)}
            told[notice.pk] = Told(sentence % facts, comment.thread.get_absolute_url())
    return told


def sent_now(notices: list[Notice]) -> dict[int, Told]:
    """For the seeker: who sent her a comment, and the thread it stands in."""
    refs = {names_of(notice)[0] for notice in notices}
    seen = Comment.objects.visible_to(as_account(notices[0].person)).standing()
    sent = seen.filter(ref__in=refs).select_related("thread", "review__mentor")
    comments = {comment.ref: comment for comment in sent}
    names = names_in(comment.review for comment in comments.values() if comment.review)
    told = {}
    for notice in notices:
        comment = comments.get(names_of(notice)[0])
        if comment and comment.review:
            mentor = comment.review.mentor
            name = names.get((comment.review.round_id, mentor.pk), mentor.name)
            sentence = _("%(name)s has sent you a comment.") % {"name": name}
            told[notice.pk] = Told(sentence, comment.thread.get_absolute_url())
    return told


def opened_up(notices: list[Notice]) -> dict[int, Told]:
    """For a mentor: that she and the others may see what they say."""
    person = notices[0].person
    hers = Invitation.objects.visible_to(as_account(person)).select_related("round__owner")
    asked = {one.round.ref: one for one in hers}
    told = {}
    for notice in notices:
        ref, openness = names_of(notice)
        invitation = asked.get(ref)
        if invitation and invitation.round.openness == openness:
            sentence = _("%(name)s lets the people asked see each other’s comments.")
            name = invitation.seeker.name
            told[notice.pk] = Told(sentence % {"name": name}, invitation.get_absolute_url())
    return told


def new_version(notices: list[Notice]) -> dict[int, Told]:
    """For a mentor: who has a next version."""
    named = {notice.pk: names_of(notice) for notice in notices}
    any_of = Q(pk__in=[])
    for ref, number in named.values():
        any_of |= Q(document__ref=ref, number=number)
    seen = Version.objects.visible_to(as_account(notices[0].person)).ready().filter(any_of)
    versions = {
        (version.document.ref, str(version.number)): version
        for version in seen.select_related("document__owner").defer("text")
    }
    told = {}
    for pk, (ref, number) in named.items():
        if version := versions.get((ref, number)):
            name = version.document.owner.name
            sentence = _("%(name)s has uploaded a new version") % {"name": name}
            told[pk] = Told(sentence, version.get_absolute_url())
    return told


def names_in(reviews: Iterable[Review]) -> dict[tuple[int, int], str]:
    """What the seekers call the mentors of these reviews, by round and person. One query."""
    shown = list(reviews)
    asked = Invitation.objects.filter(
        round__in={review.round_id for review in shown},
        person__in={review.mentor_id for review in shown},
    )
    return {
        (round_id, person): name
        for round_id, person, name in asked.values_list("round_id", "person_id", "name")
    }
