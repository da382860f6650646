from django.db import migrations, models

from mentorship.toolbox.clock.moments import now


class Migration(migrations.Migration):
    dependencies = [("notifications", "0007_urgent_letters_and_tries_of_notices")]

    operations = [
        migrations.AlterField("event", "happened_at", models.DateTimeField(default=now)),
        migrations.AlterField("hold", "held_at", models.DateTimeField(default=now)),
        migrations.AlterField("letter", "due_at", models.DateTimeField(default=now)),
        migrations.AlterField("letter", "written_at", models.DateTimeField(default=now)),
        migrations.AlterField("notice", "due_at", models.DateTimeField(default=now)),
        migrations.AlterField("preference", "chosen_at", models.DateTimeField(default=now)),
    ]
