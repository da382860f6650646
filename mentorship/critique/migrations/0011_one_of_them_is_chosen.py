"""A decision may go with one of the points, and then needs no words."""

import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("critique", "0010_one_state_of_points")]

    operations = [
        migrations.AddField(
            model_name="decision",
            name="chosen",
            field=models.ForeignKey(
                null=True,
                on_delete=django.db.models.deletion.SET_NULL,
                related_name="+",
                to="critique.thread",
            ),
        ),
        migrations.AlterField(
            model_name="decision",
            name="text",
            field=models.CharField(blank=True, max_length=500),
        ),
    ]
