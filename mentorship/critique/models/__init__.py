"""What is said about a document: reviews, threads, where they stand, comments, and their weight."""

from mentorship.critique.models.agreements import Agreement
from mentorship.critique.models.checklists import (
    Checklist,
    FilledChecklist,
    FilledChecklistQuerySet,
)
from mentorship.critique.models.comments import Comment, questions_to
from mentorship.critique.models.decisions import Decision
from mentorship.critique.models.earlier_wordings import EarlierWording
from mentorship.critique.models.mentions import Mention
from mentorship.critique.models.placements import Placement
from mentorship.critique.models.private_notes import PrivateNote
from mentorship.critique.models.reviews import Review
from mentorship.critique.models.saved_comments import SavedComment, SavedCommentQuerySet
from mentorship.critique.models.sightings import Sighting, SightingQuerySet
from mentorship.critique.models.suggestions import Suggestion
from mentorship.critique.models.tellings import Message, Telling
from mentorship.critique.models.thanks import Thanks, ThanksQuerySet
from mentorship.critique.models.threads import Thread

__all__ = [
    "Agreement",
    "Checklist",
    "Comment",
    "Decision",
    "EarlierWording",
    "FilledChecklist",
    "FilledChecklistQuerySet",
    "Mention",
    "Message",
    "Placement",
    "PrivateNote",
    "Review",
    "SavedComment",
    "SavedCommentQuerySet",
    "Sighting",
    "SightingQuerySet",
    "Suggestion",
    "Telling",
    "Thanks",
    "ThanksQuerySet",
    "Thread",
    "questions_to",
]
