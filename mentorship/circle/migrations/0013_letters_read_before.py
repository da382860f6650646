"""Whoever has a round of before knows what was said in it: its letter waits for what comes from now on."""

from django.apps.registry import Apps
from django.db import migrations
from django.db.backends.base.schema import BaseDatabaseSchemaEditor
from django.utils import timezone


def count_as_read(apps: Apps, _editor: BaseDatabaseSchemaEditor) -> None:
    """All that was said until now."""
    rounds = apps.get_model("circle", "Round").objects.filter(letter_read_at=None)
    rounds.update(letter_read_at=timezone.now())


class Migration(migrations.Migration):
    dependencies = [("circle", "0012_letter_read")]

    operations = [migrations.RunPython(count_as_read, migrations.RunPython.noop)]
