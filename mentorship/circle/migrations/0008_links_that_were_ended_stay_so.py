"""Of the links mailed until now only the newest opens anything, as before."""

from django.apps.registry import Apps
from django.db import migrations
from django.db.backends.base.schema import BaseDatabaseSchemaEditor
from django.db.models import F


def keep_only_the_newest(apps: Apps, _editor: BaseDatabaseSchemaEditor) -> None:
    apps.get_model("circle", "Invitation").objects.update(links_from=F("generation"))


class Migration(migrations.Migration):
    dependencies = [("circle", "0007_codes_and_links_of_their_own")]

    operations = [migrations.RunPython(keep_only_the_newest, migrations.RunPython.noop)]
