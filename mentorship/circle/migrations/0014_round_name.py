"""What a seeker calls a round; the release before leaves it empty."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("circle", "0013_letters_read_before")]

    operations = [
        migrations.AddField(
            model_name="round",
            name="name",
            field=models.CharField(blank=True, db_default="", max_length=120),
        ),
    ]
