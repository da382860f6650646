"""Words of a new version may be those that were suggested."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("critique", "0011_one_of_them_is_chosen")]

    operations = [
        migrations.AddField(
            model_name="placement",
            name="is_suggested",
            field=models.BooleanField(db_default=False, default=False),
        ),
    ]
