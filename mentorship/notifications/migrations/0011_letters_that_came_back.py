"""Whether a letter to this address came back is asked of every letter that is written."""

from django.db import migrations, models
from django.db.models import Q


class Migration(migrations.Migration):
    dependencies = [("notifications", "0010_old_words")]

    operations = [
        migrations.AddIndex(
            model_name="letter",
            index=models.Index(
                condition=Q(("state", "failed")),
                fields=["address"],
                name="notifications_letter_failed",
            ),
        ),
    ]
