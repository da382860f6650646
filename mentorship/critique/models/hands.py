"""What of all that was said in a person's name is hers by the way she came in.

The same law twice: as a condition for the database, and for one row that was fetched. A row's `hand`
is the pass from a passed-on link that it was written through; none for what she wrote signed in, or
by a link or a code that was mailed to her.
"""

from django.db.models import Q
from django.utils.translation import gettext as _

from accounts.reader import Reader


def written_by(
    reader: Reader, *, person: str = "author", asked: str = "round", hand: str = "hand"
) -> Q:
    """Rows that are hers. The names are of the columns for who wrote, in which round, by which hand."""
    if reader.person is None:
        return Q(pk__in=[])
    hers = Q(**{person: reader.person})
    if reader.scope is None:
        return hers
    return hers & (
        Q(**{f"{asked}__in": sorted(reader.proved)}) | Q(**{f"{hand}__in": sorted(reader.hands)})
    )


def wrote(reader: Reader, *, person: int | None, asked: int | None, hand: int | None) -> bool:
    """Whether a row of this person in this round, written by this hand, is hers."""
    if reader.person is None or person != reader.person.pk:
        return False
    return reader.scope is None or asked in reader.proved or hand in reader.hands


def came_by_link_of(seeker: str) -> str:
    """What is said for good beside a row that has a hand."""
    return _("came by a link %(name)s shared") % {"name": seeker}


def own_review(
    reader: Reader, *, person: str = "mentor", asked: str = "round", hand: str = "hand"
) -> Q:
    """Of her reviews in each round the one she goes on with: not those by hands other than hers now."""
    if reader.scope is None:
        return Q(**{person: reader.person, hand: None})
    proved = Q(**{f"{asked}__in": sorted(reader.proved), hand: None})
    return Q(**{person: reader.person}) & (proved | Q(**{f"{hand}__in": sorted(reader.hands)}))
