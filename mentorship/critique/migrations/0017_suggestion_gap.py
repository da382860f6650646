"""What stands in the draft around words that an accepted suggestion left out, to put them back."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("critique", "0016_questions_to_everyone")]

    operations = [
        migrations.AddField(
            model_name="suggestion",
            name=name,
            field=models.TextField(blank=True, db_default="", default=""),
        )
        for name in ("before", "behind")
    ]
