"""What a round is called: as its seeker says, or after what is read and the day."""

from django.utils.translation import gettext as _

from mentorship.circle.models import Round
from mentorship.toolbox.clock.dates import day
from mentorship.toolbox.words.phrases import listed


def name_of(asked: Round) -> str:
    """Of one whose documents are fetched: two of a day about the same text are told apart by name."""
    return asked.name or offered(asked)


def offered(asked: Round) -> str:
    """The name it has until its seeker gives it another."""
    titles = listed(document.title for document in asked.documents.all())
    facts = {"titles": titles or _("A deleted document"), "day": day(asked.created_at)}
    return _("%(titles)s, %(day)s") % facts
