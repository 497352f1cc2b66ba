from django.contrib.auth.management import create_permissions
from django.db import migrations

EDITORS = "Redaktori"
KEPT = ("resourcekind", "topic", "facet", "facetvalue")
RIGHTS = tuple(f"{deed}_{name}" for deed in ("add", "change", "delete") for name in KEPT)
# The short name in addresses, and the name in Latvian and in English.
KINDS = (
    ("celvedis", "Ceļvedis", "Guide"),
    ("veidne", "Veidne", "Template"),
    ("veidlapa", "Veidlapa", "Form"),
    ("vadlinijas", "Vadlīnijas", "Guideline"),
    ("normativais-akts", "Normatīvais akts", "Law"),
    ("video", "Video", "Video"),
    ("prezentacija", "Prezentācija", "Presentation"),
    ("pieredzes-stasts", "Pieredzes stāsts", "Story of a solved need"),
    ("kontakts", "Kontakts", "Contact"),
)


def write_kinds(apps, schema_editor):
    """The list that editors begin with."""
    kinds = apps.get_model("library", "ResourceKind").objects
    if kinds.exists():
        return
    for order, (slug, name_lv, name_en) in enumerate(KINDS, start=1):
        kinds.create(slug=slug, name_lv=name_lv, name_en=name_en, sort_order=order * 10)


def let_editors_keep_lists(apps, schema_editor):
    """Give the editors' group the lists of the library."""
    editors = apps.get_model("auth", "Group").objects.filter(name=EDITORS).first()
    if editors is None:
        return
    # Django makes the rows of rights after all migrations, which is too late here.
    config = apps.get_app_config("library")
    config.models_module = True
    create_permissions(config, apps=apps, verbosity=0)
    config.models_module = None
    rights = apps.get_model("auth", "Permission").objects
    for right in rights.filter(content_type__app_label="library", codename__in=RIGHTS):
        editors.permissions.add(right)


class Migration(migrations.Migration):
    dependencies = [
        ("library", "0001_library"),
        ("communities", "0008_editors"),
        ("auth", "0012_alter_user_first_name_max_length"),
    ]

    operations = [
        migrations.RunPython(write_kinds, migrations.RunPython.noop),
        migrations.RunPython(let_editors_keep_lists, migrations.RunPython.noop),
    ]
