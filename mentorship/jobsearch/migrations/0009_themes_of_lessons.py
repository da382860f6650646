"""Lessons that say the same are known by their theme, those that were written before as well."""

from collections import defaultdict
from typing import Any

from django.db import migrations, models

from mentorship.jobsearch.returning import theme_among
from mentorship.toolbox.refs import new_ref


def find_themes(apps: Any, _schema_editor: Any) -> None:
    """A theme for each lesson, in the order in which they were written."""
    lessons = apps.get_model("jobsearch", "Lesson").objects.select_related("pursuit")
    known = defaultdict[int, list[tuple[str, str]]](list)
    for lesson in lessons.order_by("pk"):
        hers = known[lesson.pursuit.owner_id]
        lesson.theme = theme_among(lesson.text, hers) or new_ref()
        hers.append((lesson.theme, lesson.text))
        lesson.save(update_fields=["theme"])


class Migration(migrations.Migration):
    dependencies = [
        ("jobsearch", "0008_postings_are_tried_as_documents"),
    ]

    operations = [
        migrations.AddField(
            model_name="lesson",
            name="theme",
            field=models.CharField(db_default="", default=new_ref, editable=False, max_length=16),
        ),
        migrations.RunPython(find_themes, migrations.RunPython.noop, elidable=True),
    ]
