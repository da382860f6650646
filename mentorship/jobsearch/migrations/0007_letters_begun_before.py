"""Follow-up letters that were begun before can be sent from their page as well; nobody is reminded."""

from typing import Any

from django.db import migrations


def adopt(apps: Any, _schema_editor: Any) -> None:
    """A row for each follow-up letter about a job that is still kept."""
    letters = apps.get_model("jobsearch", "EmployerLetter")
    begun = apps.get_model("jobsearch", "Tailoring").objects.filter(
        document__kind="follow_up", from_version=None
    )
    facts = begun.exclude(pursuit=None).values_list("document_id", "pursuit_id")
    letters.objects.bulk_create(
        letters(document_id=document, pursuit_id=pursuit) for document, pursuit in facts
    )


class Migration(migrations.Migration):
    dependencies = [
        ("jobsearch", "0006_employer_letters"),
    ]

    operations = [
        migrations.RunPython(adopt, migrations.RunPython.noop, elidable=True),
    ]
