"""What was dealt with in other ways than by a mark becomes a mark: each point has one state."""

from django.db import migrations
from django.db.models import F, OuterRef, Subquery

USED, NOT_USED = "used", "not_used"


def say(apps, schema_editor):
    Thread = apps.get_model("critique", "Thread")
    Suggestion = apps.get_model("critique", "Suggestion")
    Document = apps.get_model("documents", "Document")
    owner = Document.objects.filter(pk=OuterRef("document")).values("owner")[:1]
    decided = Suggestion.objects.filter(comment__thread=OuterRef("pk"), comment__deleted_at=None)
    for moment, use in (("accepted_at", USED), ("declined_at", NOT_USED)):
        when = decided.exclude(**{moment: None}).values(moment)[:1]
        known = Thread.objects.filter(use="").annotate(decided_at=Subquery(when))
        rows = known.exclude(decided_at=None).values_list("pk", "decided_at", "resolved_at")
        for pk, decided_at, resolved_at in list(rows):
            thread = Thread.objects.filter(pk=pk)
            thread.update(use=use, use_said_at=resolved_at or decided_at)
            thread.filter(resolved_at=None).update(
                resolved_at=decided_at, resolved_by=Subquery(owner)
            )
    resolved = Thread.objects.filter(use="").exclude(resolved_at=None)
    resolved.update(use=USED, use_said_at=F("resolved_at"))


class Migration(migrations.Migration):
    dependencies = [
        ("critique", "0009_wording_to_take"),
        ("documents", "0001_initial"),
    ]

    operations = [migrations.RunPython(say, migrations.RunPython.noop)]
