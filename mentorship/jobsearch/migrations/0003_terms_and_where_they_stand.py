"""Terms of postings as their seekers want them, and where each stands in a version, kept."""

import django.db.models.deletion
import django.utils.timezone
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("documents", "0012_page_shapes"),
        ("jobsearch", "0002_postings_stages_and_what_was_sent"),
    ]

    operations = [
        migrations.CreateModel(
            name="EvidenceMap",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("fingerprint", models.CharField(max_length=64)),
                ("readings", models.JSONField()),
                (
                    "pursuit",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="maps",
                        to="jobsearch.pursuit",
                    ),
                ),
                (
                    "version",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="maps",
                        to="documents.version",
                    ),
                ),
            ],
            options={
                "constraints": [
                    models.UniqueConstraint(
                        models.F("pursuit"),
                        models.F("version"),
                        name="jobsearch_evidencemap_once",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="Term",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("name", models.CharField(max_length=360)),
                ("text", models.CharField(max_length=120)),
                (
                    "weight",
                    models.CharField(
                        blank=True,
                        choices=[("required", "Required"), ("nice", "Nice to have")],
                        max_length=8,
                    ),
                ),
                ("same_as", models.JSONField(default=list)),
                ("added_at", models.DateTimeField(null=True)),
                ("dropped_at", models.DateTimeField(null=True)),
                ("created_at", models.DateTimeField(default=django.utils.timezone.now)),
                (
                    "pursuit",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="terms",
                        to="jobsearch.pursuit",
                    ),
                ),
            ],
            options={
                "constraints": [
                    models.UniqueConstraint(
                        models.F("pursuit"),
                        models.F("name"),
                        name="jobsearch_term_once_per_pursuit",
                    )
                ],
            },
        ),
    ]
