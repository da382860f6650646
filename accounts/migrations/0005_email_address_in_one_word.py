"""What the address is called, as pages say it: no column changes."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("accounts", "0004_session_person")]

    operations = [
        migrations.AlterField(
            model_name="user",
            name="email",
            field=models.EmailField(max_length=254, unique=True, verbose_name="email address"),
        ),
    ]
