from django.db import migrations


def await_rereading(apps, schema_editor):
    """Of what is ready, all that came before what software reads was kept of each page."""
    without = apps.get_model("documents", "Page").objects.filter(simple=None)
    versions = apps.get_model("documents", "Version").objects.filter(state="ready")
    versions.filter(pk__in=without.values("version")).update(awaits_rereading=True)


class Migration(migrations.Migration):
    dependencies = [("documents", "0017_version_awaits_rereading")]

    operations = [migrations.RunPython(await_rereading, migrations.RunPython.noop)]
