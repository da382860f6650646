"""An address is stored as its domain is asked for, so that typed in another way it is the same."""

from django.apps.registry import Apps
from django.db import migrations
from django.db.backends.base.schema import BaseDatabaseSchemaEditor

from accounts.addresses import identity


def store_as_it_is_looked_up(apps: Apps, _editor: BaseDatabaseSchemaEditor) -> None:
    """Only where nobody has that address already: two people are not made one by a machine."""
    people = apps.get_model("accounts", "User").objects
    for person in people.exclude(email__regex=r"^[a-z0-9.@_+-]*$").iterator():
        email = identity(person.email)
        if email != person.email and not people.filter(email=email).exists():
            people.filter(pk=person.pk).update(email=email)


class Migration(migrations.Migration):
    dependencies = [("accounts", "0002_rate_limits")]

    operations = [
        # The other way there is nothing to do: how it was typed is not known any more.
        migrations.RunPython(store_as_it_is_looked_up, migrations.RunPython.noop),
    ]
