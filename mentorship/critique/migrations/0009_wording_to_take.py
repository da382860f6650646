"""A seeker's pages look at accepted wording that is still to be worked in, and not at all of it."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("critique", "0008_kinds_of_comment"),
    ]

    operations = [
        migrations.AddIndex(
            model_name="suggestion",
            index=models.Index(
                condition=models.Q(("accepted_at__isnull", False), ("done_at", None)),
                fields=["comment"],
                name="critique_suggestion_to_take",
            ),
        ),
    ]
