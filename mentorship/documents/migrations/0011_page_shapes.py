from django.db import migrations, models


class Migration(migrations.Migration):
    """What each line of a page is; pages that were prepared before are told by their boxes."""

    dependencies = [("documents", "0010_what_sweeps_and_passes_ask")]

    operations = [
        migrations.AddField("page", "shapes", models.JSONField(null=True)),
    ]
