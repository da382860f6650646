"""What seekers typed before was not kept: where people are now is what they see from now on."""

from django.apps.registry import Apps
from django.db import migrations
from django.db.backends.base.schema import BaseDatabaseSchemaEditor
from django.db.models import OuterRef, Subquery


def take_the_address_of_now(apps: Apps, _editor: BaseDatabaseSchemaEditor) -> None:
    """The one that was on the seeker's pages until now."""
    people = apps.get_model("accounts", "User").objects.filter(pk=OuterRef("person"))
    for name in ("Colleague", "Invitation"):
        rows = apps.get_model("circle", name).objects.filter(email="")
        rows.update(email=Subquery(people.values("email")[:1]))


class Migration(migrations.Migration):
    dependencies = [
        ("circle", "0010_addresses_as_typed"),
        ("accounts", "0003_one_address_however_typed"),
    ]

    operations = [
        migrations.RunPython(take_the_address_of_now, migrations.RunPython.noop),
    ]
