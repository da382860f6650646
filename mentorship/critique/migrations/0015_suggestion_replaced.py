"""What an accepted suggestion took the place of in the draft, to be put back."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("critique", "0014_versions_told_before")]

    operations = [
        migrations.AddField(
            model_name="suggestion",
            name="replaced",
            field=models.TextField(blank=True, db_default="", default=""),
        ),
    ]
