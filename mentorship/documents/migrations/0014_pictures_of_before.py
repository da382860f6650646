from django.db import migrations
from django.db.models import F


def all_pictures_are_there(apps, schema_editor):
    """Of what was ready before, whose pictures were drawn before it was."""
    versions = apps.get_model("documents", "Version").objects.filter(state="ready")
    versions.update(drawn_at=F("ready_at"))


class Migration(migrations.Migration):
    dependencies = [
        ("documents", "0013_version_drawn_at"),
    ]

    operations = [migrations.RunPython(all_pictures_are_there, migrations.RunPython.noop)]
