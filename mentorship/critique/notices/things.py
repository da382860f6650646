"""What a notice is about, in the words its event is stored with: made here, and read here."""

from accounts.reader import as_account
from mentorship.circle.models import Round
from mentorship.critique.models import Comment, Review
from mentorship.documents.models import Document, Version
from mentorship.documents.sentences.names import titles
from mentorship.notifications.kinds import Told
from mentorship.notifications.models import Notice


def comment_thing(comment: Comment) -> str:
    """ "comment:k3f9"."""
    return f"comment:{comment.ref}"


def review_thing(review: Review) -> str:
    """ "review:k3f9"."""
    return f"review:{review.ref}"


def drafts_thing(review: Review) -> str:
    """ "review:k3f9/2": the drafts that the link of this generation sends."""
    return f"review:{review.ref}/{review.generation}"


def document_thing(document: Document) -> str:
    """ "document:k3f9"."""
    return f"document:{document.ref}"


def version_thing(version: Version) -> str:
    """ "document:k3f9/2"."""
    return f"document:{version.document.ref}/{version.number}"


def openness_thing(asked: Round) -> str:
    """ "round:k3f9/table": the round as open as it is now."""
    return f"round:{asked.ref}/{asked.openness}"


def names_of(notice: Notice) -> list[str]:
    """The parts of what a notice is about, without its kind: "document:k3f9/2" gives k3f9 and 2."""
    return notice.event.thing.partition(":")[2].split("/")


def each_alone(notice: Notice) -> object:
    """For kinds of which each event gets a letter of its own."""
    return notice.event_id


def told_of_documents(notices: list[Notice], sentence: str) -> dict[int, Told]:
    """The sentence of each document that a notice is about: with %(titles)s, and %(name)s for its owner.

    It leads to the newest version that whoever hears may see; of a document without one nothing is told.
    """
    refs = {names_of(notice)[0] for notice in notices}
    person = notices[0].person
    seen = Version.objects.visible_to(as_account(person)).ready().filter(document__ref__in=refs)
    # Of several versions the last in this order stays: the newest.
    newest = {
        version.document.ref: version
        for version in seen.select_related("document__owner").defer("text").order_by("number")
    }
    told = {}
    for notice in notices:
        if version := newest.get(names_of(notice)[0]):
            document = version.document
            facts = {"name": document.owner.name, "titles": titles([document])}
            told[notice.pk] = Told(sentence % facts, version.get_absolute_url())
    return told
