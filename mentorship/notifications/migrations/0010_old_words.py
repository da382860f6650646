"""Sweeps look at letters whose words are still to go, and not at those whose words have gone."""

from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("notifications", "0009_refusals_of_letters"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.AddIndex(
            model_name="letter",
            index=models.Index(
                condition=models.Q(
                    ("is_about_signing_in", True),
                    models.Q(("html", ""), ("text", ""), _negated=True),
                ),
                fields=["written_at"],
                name="notifications_letter_code",
            ),
        ),
        migrations.AddIndex(
            model_name="letter",
            index=models.Index(
                condition=models.Q(
                    ("ended_at__isnull", False),
                    models.Q(("html", ""), ("subject", ""), ("text", ""), _negated=True),
                ),
                fields=["ended_at"],
                name="notifications_letter_ended",
            ),
        ),
    ]
