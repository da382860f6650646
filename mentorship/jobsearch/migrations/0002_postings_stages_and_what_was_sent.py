"""Pursuits get postings, stages and next steps; what was sent and made for them is kept."""

import uuid

import django.db.models.deletion
import django.utils.timezone
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("documents", "0012_page_shapes"),
        ("jobsearch", "0001_initial"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name="PostingFile",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("filename", models.CharField(max_length=200)),
                ("content", models.BinaryField()),
                (
                    "state",
                    models.CharField(
                        choices=[("waiting", "Waiting"), ("refused", "Refused")],
                        default="waiting",
                        max_length=10,
                    ),
                ),
                (
                    "refusal",
                    models.JSONField(
                        default=dict, help_text='{"code": …, "facts": {…}} once refused.'
                    ),
                ),
                ("due_at", models.DateTimeField(default=django.utils.timezone.now)),
                ("lease", models.CharField(blank=True, max_length=32)),
                ("attempts", models.PositiveIntegerField(default=0)),
                ("created_at", models.DateTimeField(default=django.utils.timezone.now)),
            ],
        ),
        migrations.CreateModel(
            name="Sending",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("title", models.CharField(max_length=120)),
                ("number", models.PositiveIntegerField()),
                ("sent_at", models.DateTimeField(default=django.utils.timezone.now)),
            ],
        ),
        migrations.CreateModel(
            name="Tailoring",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
            ],
        ),
        migrations.AddField(
            model_name="pursuit",
            name="applied_on",
            field=models.DateField(null=True),
        ),
        migrations.AddField(
            model_name="pursuit",
            name="deadline",
            field=models.DateField(null=True),
        ),
        migrations.AddField(
            model_name="pursuit",
            name="ended_at",
            field=models.DateTimeField(null=True),
        ),
        migrations.AddField(
            model_name="pursuit",
            name="key",
            field=models.UUIDField(
                default=uuid.uuid4, help_text="Idempotency key of the form that made it."
            ),
        ),
        migrations.AddField(
            model_name="pursuit",
            name="link",
            field=models.URLField(blank=True, db_default="", max_length=1000),
        ),
        migrations.AddField(
            model_name="pursuit",
            name="next_on",
            field=models.DateField(null=True),
        ),
        migrations.AddField(
            model_name="pursuit",
            name="next_step",
            field=models.CharField(blank=True, db_default="", max_length=200),
        ),
        migrations.AddField(
            model_name="pursuit",
            name="outcome",
            field=models.CharField(
                blank=True,
                choices=[
                    ("hired", "I got the job"),
                    ("no", "They said no"),
                    ("no_answer", "They never answered"),
                    ("withdrawn", "I withdrew"),
                ],
                db_default="",
                max_length=12,
            ),
        ),
        migrations.AddField(
            model_name="pursuit",
            name="posting",
            field=models.TextField(blank=True, db_default="", max_length=40000),
        ),
        migrations.AddField(
            model_name="pursuit",
            name="remind_at",
            field=models.DateTimeField(null=True),
        ),
        migrations.AddField(
            model_name="pursuit",
            name="revision",
            field=models.PositiveIntegerField(db_default=0, default=0),
        ),
        migrations.AddField(
            model_name="pursuit",
            name="stage",
            field=models.CharField(
                choices=[
                    ("interested", "Interested"),
                    ("applied", "Applied"),
                    ("interview", "Interview"),
                    ("offer", "Offer"),
                    ("ended", "Ended"),
                ],
                db_default="interested",
                default="interested",
                max_length=12,
            ),
        ),
        migrations.AddIndex(
            model_name="pursuit",
            index=models.Index(fields=["owner", "next_on"], name="jobsearch_pursuit_of"),
        ),
        migrations.AddIndex(
            model_name="pursuit",
            index=models.Index(
                condition=models.Q(("remind_at__isnull", False)),
                fields=["remind_at"],
                name="jobsearch_pursuit_to_remind",
            ),
        ),
        migrations.AddConstraint(
            model_name="pursuit",
            constraint=models.UniqueConstraint(
                models.F("owner"), models.F("key"), name="jobsearch_pursuit_once_per_key"
            ),
        ),
        migrations.AddField(
            model_name="postingfile",
            name="pursuit",
            field=models.OneToOneField(
                on_delete=django.db.models.deletion.CASCADE,
                related_name="posting_file",
                to="jobsearch.pursuit",
            ),
        ),
        migrations.AddField(
            model_name="sending",
            name="pursuit",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.CASCADE,
                related_name="sendings",
                to="jobsearch.pursuit",
            ),
        ),
        migrations.AddField(
            model_name="sending",
            name="version",
            field=models.ForeignKey(
                null=True,
                on_delete=django.db.models.deletion.SET_NULL,
                related_name="sendings",
                to="documents.version",
            ),
        ),
        migrations.AddField(
            model_name="tailoring",
            name="document",
            field=models.OneToOneField(
                on_delete=django.db.models.deletion.CASCADE,
                related_name="tailoring",
                to="documents.document",
            ),
        ),
        migrations.AddField(
            model_name="tailoring",
            name="from_version",
            field=models.ForeignKey(
                null=True,
                on_delete=django.db.models.deletion.SET_NULL,
                related_name="tailorings",
                to="documents.version",
            ),
        ),
        migrations.AddField(
            model_name="tailoring",
            name="pursuit",
            field=models.ForeignKey(
                null=True,
                on_delete=django.db.models.deletion.SET_NULL,
                related_name="tailorings",
                to="jobsearch.pursuit",
            ),
        ),
        migrations.AddIndex(
            model_name="postingfile",
            index=models.Index(
                condition=models.Q(("state", "waiting")),
                fields=["due_at"],
                name="jobsearch_postingfile_due",
            ),
        ),
        migrations.AddConstraint(
            model_name="sending",
            constraint=models.UniqueConstraint(
                models.F("pursuit"), models.F("version"), name="jobsearch_sending_once_per_version"
            ),
        ),
    ]
