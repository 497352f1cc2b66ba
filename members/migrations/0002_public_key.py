import uuid

from django.db import migrations, models


def give_keys(apps, schema_editor):
    """Everybody who is there already gets a public key of their own."""
    User = apps.get_model("members", "User")
    for pk in User.objects.filter(key=None).values_list("pk", flat=True):
        User.objects.filter(pk=pk).update(key=uuid.uuid4())


class Migration(migrations.Migration):
    dependencies = [("members", "0001_initial")]

    operations = [
        migrations.AddField(
            "user",
            "key",
            models.UUIDField(
                default=None, null=True, editable=False, verbose_name="public key"
            ),
        ),
        migrations.RunPython(give_keys, migrations.RunPython.noop, elidable=True),
    ]
