"""Where words are gone, there may be a place that is offered and not taken."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("critique", "0017_suggestion_gap")]

    operations = [
        migrations.AddField(
            model_name="placement",
            name="guess",
            field=models.TextField(blank=True, db_default="", default=""),
        ),
        migrations.AddField(
            model_name="placement",
            name="guess_start",
            field=models.PositiveIntegerField(null=True),
        ),
        migrations.AddField(
            model_name="placement",
            name="guess_end",
            field=models.PositiveIntegerField(null=True),
        ),
        migrations.AddField(
            model_name="placement",
            name="guess_line",
            field=models.PositiveIntegerField(null=True),
        ),
        migrations.AddField(
            model_name="placement",
            name="guess_declined_at",
            field=models.DateTimeField(null=True),
        ),
        migrations.AddConstraint(
            model_name="placement",
            constraint=models.CheckConstraint(
                condition=models.Q(guess_start=None, guess_end=None)
                | models.Q(guess_start__lte=models.F("guess_end")),
                name="critique_placement_guess_in_order",
            ),
        ),
    ]
