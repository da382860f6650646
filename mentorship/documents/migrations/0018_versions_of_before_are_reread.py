from django.db import migrations
from django.db.models import Q


def await_rereading(apps, schema_editor):
    """Of what is ready, all that came before what software reads was kept of each page.

    Rich text, too: what stands in its boxes, headers and footers was not told apart.
    """
    without = apps.get_model("documents", "Page").objects.filter(simple=None)
    versions = apps.get_model("documents", "Version").objects.filter(state="ready")
    of_before = Q(pk__in=without.values("version")) | Q(format="rtf")
    versions.filter(of_before).update(awaits_rereading=True)


class Migration(migrations.Migration):
    dependencies = [("documents", "0017_version_awaits_rereading")]

    operations = [migrations.RunPython(await_rereading, migrations.RunPython.noop)]
