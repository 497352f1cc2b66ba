from django.conf import settings
from django.db import migrations

OLD, NEW = "Moderators", "Redaktori"
OLD_WORKFLOW, NEW_WORKFLOW = "Moderators approval", "Redaktora apstiprinājums"


def name_the_editors(apps, schema_editor):
    """Call Wagtail's first group and workflow what they are here, and let go the unused group.

    Wagtail's group "Editors" may change every page of the site; nobody of this kind exists here.
    """
    groups = apps.get_model("auth", "Group").objects
    groups.filter(name=OLD).update(name=NEW)
    groups.filter(name="Editors", user=None).delete()
    apps.get_model("wagtailcore", "Workflow").objects.filter(name=OLD_WORKFLOW).update(
        name=NEW_WORKFLOW
    )
    apps.get_model("wagtailcore", "Task").objects.filter(name=OLD_WORKFLOW).update(
        name=NEW_WORKFLOW
    )
    _approve_where_leaders_write(apps)


def _approve_where_leaders_write(apps):
    # Wagtail asks for approval of every page; here only what communities and news publish needs it.
    places = apps.get_model("wagtailcore", "WorkflowPage").objects
    workflow = apps.get_model("wagtailcore", "Workflow").objects.filter(name=NEW_WORKFLOW).first()
    if workflow is None:
        return
    places.filter(page__depth=1, workflow=workflow).delete()
    for kind in ("CommunitiesIndexPage", "NewsIndexPage"):
        for page in apps.get_model("communities", kind).objects.all():
            places.get_or_create(page_id=page.pk, defaults={"workflow": workflow})


class Migration(migrations.Migration):

    dependencies = [
        ("communities", "0007_roles"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
        ("wagtailcore", "0048_add_default_workflows"),
        ("wagtailadmin", "0001_create_admin_access_permissions"),
        ("wagtailimages", "0023_add_choose_permissions"),
        ("wagtaildocs", "0014_alter_document_file_size"),
        ("wagtail_localize", "0006_create_submit_translation_permission"),
    ]

    operations = [migrations.RunPython(name_the_editors, migrations.RunPython.noop)]
