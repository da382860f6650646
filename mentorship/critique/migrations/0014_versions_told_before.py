"""Of versions that are there everybody was told at once: nobody is asked whom to tell of them."""

from django.apps.registry import Apps
from django.db import migrations
from django.db.backends.base.schema import BaseDatabaseSchemaEditor

AT_ONCE = 1000


def count_as_told(apps: Apps, _editor: BaseDatabaseSchemaEditor) -> None:
    """Each with those who have a notice of it."""
    telling = apps.get_model("critique", "Telling")
    versions = apps.get_model("documents", "Version").objects.filter(state="ready", number__gt=1)
    named = {}
    facts = versions.values_list("pk", "document__ref", "number", "ready_at", "created_at")
    for pk, ref, number, ready_at, created_at in facts.iterator(chunk_size=AT_ONCE):
        made = telling.objects.create(version_id=pk, told_at=ready_at or created_at)
        named[f"document:{ref}/{number}"] = made
    notices = apps.get_model("notifications", "Notice").objects.order_by()
    told = notices.filter(event__kind="critique.new_version").distinct()
    message = apps.get_model("critique", "Message")
    for thing, person in told.values_list("event__thing", "person").iterator(chunk_size=AT_ONCE):
        if thing in named:
            message.objects.get_or_create(telling=named[thing], person_id=person)


class Migration(migrations.Migration):
    dependencies = [
        ("critique", "0013_tellings"),
        ("notifications", "0001_initial"),
    ]

    operations = [migrations.RunPython(count_as_told, migrations.RunPython.noop)]
