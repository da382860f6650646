"""A seeker has one name for each person: that of the circle, which is the one typed last."""

from django.apps.registry import Apps
from django.db import migrations
from django.db.backends.base.schema import BaseDatabaseSchemaEditor


def take_the_name_of_the_circle(apps: Apps, _editor: BaseDatabaseSchemaEditor) -> None:
    """Rounds of before call people as their seekers call them now."""
    invitations = apps.get_model("circle", "Invitation").objects
    for known in apps.get_model("circle", "Colleague").objects.all().iterator():
        asked = invitations.filter(round__owner=known.owner_id, person=known.person_id)
        asked.exclude(name=known.name).update(name=known.name)


class Migration(migrations.Migration):
    dependencies = [("circle", "0003_heard_when_answered")]

    operations = [
        # Back again there is nothing to do: the names of before are no longer known.
        migrations.RunPython(take_the_name_of_the_circle, migrations.RunPython.noop),
    ]
