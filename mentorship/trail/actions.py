"""Writing what happened. Called by the actions of higher apps, inside their transaction."""

from accounts.models import User
from accounts.reader import Reader
from mentorship.toolbox.access import open_to_all
from mentorship.trail.models import Activity


@open_to_all("the action that calls it has asked; what happened is written whoever did it")
def write(kind: str, thing: str, *, owner: User, by: Reader) -> Activity:
    """One row: `by` did `kind` to `thing` ("document:k3f9…"), which belongs to `owner`."""
    return Activity.objects.create(
        kind=kind, thing=thing, owner=owner, actor=by.person, way=by.way.value
    )
