"""What a round is called: as its seeker says, or after what is read, by whom, and the day.

For its seeker alone: those who were asked may not know of each other.
"""

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from mentorship.circle.models import Round
from mentorship.toolbox.clock.dates import day
from mentorship.toolbox.words.phrases import listed

NAMED = 2  # people: of three and more the first stand for all


def name_of(asked: Round) -> str:
    """Two of a day about the same text are told apart by the people."""
    return asked.name or offered(asked)


def offered(asked: Round) -> str:
    """The name it has until its seeker gives it another."""
    titles = listed(document.title for document in asked.documents.all())
    facts = {"titles": titles or _("A deleted document"), "day": day(asked.created_at)}
    people = _people(asked)
    if not people:
        return _("%(titles)s, %(day)s") % facts
    return _("%(titles)s with %(people)s, %(day)s") % {**facts, "people": people}


def among_others(asked: Round) -> str:
    """What tells it apart from other rounds about the same text."""
    facts = {"day": day(asked.created_at), "people": _people(asked)}
    unnamed = _("With %(people)s, %(day)s") if facts["people"] else _("Asked on %(day)s")
    return asked.name or unnamed % facts


def _people(asked: Round) -> str:
    """Who is in it, in the order in which they were asked; whoever was left out counts when nobody stayed."""
    everybody = sorted(asked.invitations.all(), key=lambda one: one.pk)
    stayed = [one for one in everybody if one.revoked_at is None]
    names = list(dict.fromkeys(one.name for one in stayed or everybody))
    if len(names) <= NAMED + 1:
        return listed(names)
    more = len(names) - NAMED
    others = ngettext("%(count)s other", "%(count)s others", more) % {"count": more}
    return listed([*names[:NAMED], others])
