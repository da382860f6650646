"""A thank-you letter is a kind of document."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("documents", "0015_page_simple"),
    ]

    operations = [
        migrations.AlterField(
            model_name="document",
            name="kind",
            field=models.CharField(
                choices=[
                    ("resume", "Résumé"),
                    ("cover_letter", "Cover letter"),
                    ("debrief", "Debrief"),
                    ("follow_up", "Follow-up letter"),
                    ("thank_you", "Thank-you letter"),
                    ("other", "Another text"),
                ],
                default="resume",
                max_length=16,
                verbose_name="kind",
            ),
        ),
    ]
