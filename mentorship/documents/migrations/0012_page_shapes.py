from django.db import migrations, models


class Migration(migrations.Migration):
    """What each line of a page is; pages that were prepared before are told by their boxes."""

    dependencies = [("documents", "0011_version_findings")]

    operations = [
        migrations.AddField("page", "shapes", models.JSONField(null=True)),
    ]
