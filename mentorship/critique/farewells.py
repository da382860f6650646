"""A document or a version is deleted: what was said about it goes from reviews and letters, too."""

from collections import defaultdict

from django.db.models import Exists, OuterRef, QuerySet

from mentorship.circle.models import Round
from mentorship.critique.models import (
    Comment,
    Decision,
    Placement,
    Review,
    Suggestion,
    Thanks,
    Thread,
)
from mentorship.critique.notices import version_gone
from mentorship.critique.workers.carrying import carry
from mentorship.documents.models import Document, Version
from mentorship.notifications import forgetting


def say(document: Document) -> list[str]:
    """The things that were said about it, for `documents.farewells`.

    A summary is about the whole round: it stays only as long as there is another document in it.
    """
    asked = Round.objects.filter(documents=document)
    reviews = Review.objects.filter(round__in=asked)
    comments = Comment.objects.filter(thread__document=document)
    things = [
        *(f"comment:{ref}" for ref in comments.values_list("ref", flat=True)),
        *(f"review:{ref}" for ref in reviews.values_list("ref", flat=True)),
        *_thanks_for(Thread.objects.filter(document=document)),
    ]
    alone = [one.pk for one in asked if one.documents.count() == 1]
    Review.objects.filter(round__in=alone).update(summary="")
    return things


def say_of(version: Version) -> None:
    """One version goes: points that stand in no other go, and their authors are told, of drafts as
    well: each hears it alone. A point that stands in another stays, with the words it is about there.

    Letters quote the words where a point was made: those about points made here say from now on what
    is left. All is carried along first: what stands nowhere else then will not stand anywhere.
    """
    later = version.document.versions.ready().filter(number__gt=version.number)
    for pk in later.order_by("number").values_list("pk", flat=True):
        carry(pk)
    here = Placement.objects.filter(thread=OuterRef("pk"), version=version)
    touched = Thread.objects.filter(Exists(here), document=version.document)
    elsewhere = Placement.objects.filter(thread=OuterRef("pk")).exclude(version=version)
    going = touched.filter(~Exists(elsewhere.exclude(how=Placement.How.GONE)))
    earlier = elsewhere.filter(version__number__lt=version.number)
    forgetting.reword(_things(going) | _things(touched.filter(~Exists(earlier))))
    version_gone.tell_authors(version, going)
    going.delete()
    decisions = Decision.objects.filter(document=version.document)
    decisions.filter(threads=None).delete()
    decisions.filter(chosen=None, text="").delete()  # of which the chosen one has gone
    _leave_only_words_of_others(version, touched)


def _things(threads: QuerySet[Thread]) -> set[str]:
    """What is told of in letters that quote from these threads."""
    comments = Comment.objects.filter(thread__in=threads)
    reviews = Review.objects.filter(comments__in=comments)
    return {
        *(f"comment:{ref}" for ref in comments.values_list("ref", flat=True)),
        *(f"review:{ref}" for ref in reviews.values_list("ref", flat=True)),
        *_thanks_for(threads),
    }


def _thanks_for(threads: QuerySet[Thread]) -> set[str]:
    """Thanks in which these points are quoted."""
    thanks = Thanks.objects.filter(points__in=threads).select_related("pursuit")
    return {one.thing for one in thanks.defer("pursuit__posting")}


def _leave_only_words_of_others(version: Version, threads: QuerySet[Thread]) -> None:
    """What these threads' rows in later versions, and wordings proposed in them, quote of this alone.

    A wording proposed for words that are gone is one for those that stand in their place: in the next
    version that has some, or else in the one before.
    """
    quotes: defaultdict[int, dict[int, str]] = defaultdict(dict)
    placed = Placement.objects.filter(thread__in=threads).exclude(quote="")
    for thread, number, quote in placed.values_list("thread", "version__number", "quote"):
        quotes[thread][number] = quote
    for thread, by_number in quotes.items():
        lost = by_number.pop(version.number, "")
        if not lost or lost in by_number.values():
            continue
        later = [number for number in by_number if number > version.number]
        nearest = min(later) if later else max(by_number, default=0)
        Placement.objects.filter(thread=thread, was=lost).update(was="")
        proposed = Suggestion.objects.filter(comment__thread=thread, old=lost)
        proposed.update(old=by_number.get(nearest, ""))
