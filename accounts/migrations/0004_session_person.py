"""Whose a session is stands beside it: both are found by one question."""

import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("accounts", "0003_one_address_however_typed")]

    operations = [
        migrations.AddField(
            model_name="session",
            name="person",
            field=models.ForeignKey(
                help_text="Whom its content names: found with it. The content alone signs her in.",
                null=True,
                on_delete=django.db.models.deletion.CASCADE,
                related_name="sessions",
                to=settings.AUTH_USER_MODEL,
            ),
        ),
    ]
