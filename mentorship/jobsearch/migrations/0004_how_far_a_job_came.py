"""A job that has ended keeps the stage it stood at."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("jobsearch", "0003_terms_and_where_they_stand"),
    ]

    operations = [
        migrations.AddField(
            model_name="pursuit",
            name="reached",
            field=models.CharField(
                blank=True,
                choices=[
                    ("interested", "Interested"),
                    ("applied", "Applied"),
                    ("interview", "Interview"),
                    ("offer", "Offer"),
                    ("ended", "Ended"),
                ],
                db_default="",
                max_length=12,
            ),
        ),
    ]
