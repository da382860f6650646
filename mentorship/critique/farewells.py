"""A document is deleted: what was said about it goes from reviews, too, and from letters."""

from mentorship.circle.models import Round
from mentorship.critique.models import Comment, Review
from mentorship.documents.models import Document


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
    ]
    alone = [one.pk for one in asked if one.documents.count() == 1]
    Review.objects.filter(round__in=alone).update(summary="")
    return things
