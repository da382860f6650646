"""What happened to one thing is found without reading all that happened to its owner's."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("trail", "0001_initial")]

    operations = [
        migrations.AddIndex(
            model_name="activity",
            index=models.Index(fields=["thing", "at"], name="trail_activity_of_thing"),
        ),
    ]
