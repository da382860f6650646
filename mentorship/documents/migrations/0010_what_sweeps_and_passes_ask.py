"""Sweeps look at what is due and not at what is settled; a pass finds its grants."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("documents", "0009_versions_to_carry")]

    operations = [
        migrations.AddIndex(
            model_name="grant",
            index=models.Index(fields=["source_id", "source"], name="documents_grant_of_source"),
        ),
        migrations.AddIndex(
            model_name="version",
            index=models.Index(
                fields=["ready_at"],
                condition=models.Q(("number__gt", 1), ("state", "ready")),
                name="documents_version_lately",
            ),
        ),
        migrations.AddIndex(
            model_name="version",
            index=models.Index(
                fields=["refused_at"],
                condition=models.Q(("state", "refused"), models.Q(("original", ""), _negated=True)),
                name="documents_version_to_forget",
            ),
        ),
    ]
