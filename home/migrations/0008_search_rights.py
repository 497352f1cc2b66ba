from django.contrib.auth.management import create_permissions
from django.db import migrations

EDITORS = "Redaktori"
RIGHTS = tuple(
    f"{deed}_{model}" for deed in ("add", "change", "delete") for model in ("synonyms", "pinnedpage")
)


def let_editors_keep_words(apps, schema_editor):
    """Give the editors' group the words of the search."""
    editors = apps.get_model("auth", "Group").objects.filter(name=EDITORS).first()
    if editors is None:
        return
    # Django makes the rows of rights after all migrations, which is too late here.
    config = apps.get_app_config("home")
    config.models_module = True
    create_permissions(config, apps=apps, verbosity=0)
    config.models_module = None
    rights = apps.get_model("auth", "Permission").objects
    for right in rights.filter(content_type__app_label="home", codename__in=RIGHTS):
        editors.permissions.add(right)


class Migration(migrations.Migration):
    dependencies = [("home", "0007_search")]

    operations = [migrations.RunPython(let_editors_keep_words, migrations.RunPython.noop)]
