from django.apps.registry import Apps
from django.db import migrations
from django.db.backends.base.schema import BaseDatabaseSchemaEditor
from django.db.models import F


def heard_when_answered(apps: Apps, _schema: BaseDatabaseSchemaEditor) -> None:
    invitations = apps.get_model("circle", "Invitation").objects.exclude(answered_at=None)
    invitations.filter(heard_at=None).update(heard_at=F("answered_at"))


class Migration(migrations.Migration):
    dependencies = [("circle", "0002_reminders_and_another_look")]

    operations = [migrations.RunPython(heard_when_answered, migrations.RunPython.noop)]
