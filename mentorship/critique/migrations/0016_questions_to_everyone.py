"""A thread that the seeker began herself: a question to everybody in the round."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("critique", "0015_suggestion_replaced")]

    operations = [
        migrations.AddField(
            model_name="thread",
            name="asks_all",
            field=models.BooleanField(db_default=False, default=False),
        ),
    ]
