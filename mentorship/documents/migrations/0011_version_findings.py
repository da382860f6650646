"""What the owner of a file should know about it is kept with its version."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("documents", "0010_what_sweeps_and_passes_ask")]

    operations = [
        migrations.AddField(
            model_name="version",
            name="findings",
            field=models.JSONField(
                db_default=[],
                default=list,
                help_text="[[code, facts], …] of what its owner alone should be told: `manuscript.Finding`.",
            ),
        ),
    ]
