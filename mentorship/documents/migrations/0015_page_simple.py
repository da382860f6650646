from django.db import migrations, models


class Migration(migrations.Migration):
    """What simple software reads of each page; not known of pages that were prepared before."""

    dependencies = [("documents", "0014_pictures_of_before")]

    operations = [
        migrations.AddField("page", "simple", models.JSONField(null=True)),
    ]
