"""Topics under other names: renamed, and merged with what means the same."""

from django.db import transaction
from wagtail.models import Revision

from core.stamp import bump
from library.actions.keeping import keep_words
from library.models import ResourcePage, ResourceTopic, Topic, TopicAlias
from library.topics import same_name


@transaction.atomic
def keep_old_name(*, topic: Topic, was: str):
    """Let a topic that was renamed be found and written under its old name as well."""
    if not same_name(topic.name, was) and not Topic.objects.filter(name__iexact=was).exists():
        TopicAlias.objects.get_or_create(name=was, defaults={"topic": topic})
    # What it is called now is no other name of it, or of anything else.
    TopicAlias.objects.filter(name__iexact=topic.name).delete()
    _renew_words(topic)


@transaction.atomic
def merge_topics(*, topic: Topic, into: Topic):
    """Move everything that is about the topic to the other one; the name stays as one of that.

    Drafts move too. Merging a topic with itself changes nothing.
    """
    if topic.pk == into.pk:
        return
    rows = ResourceTopic.objects.filter(tag=topic)
    theirs = ResourceTopic.objects.filter(tag=into).values("content_object_id")
    rows.filter(content_object_id__in=theirs).delete()
    ResourceTopic.objects.filter(tag=topic).update(tag=into)
    _move_in_drafts(topic.pk, into.pk)
    topic.aliases.update(topic=into)
    names = {"name": topic.name, "slug": topic.slug}
    if topic.name_en and not into.name_en:
        into.name_en = topic.name_en
        into.save(update_fields=["name_en"])
    topic.delete()
    TopicAlias.objects.update_or_create(
        name=names["name"], defaults={"topic": into, "slug": names["slug"]}
    )
    _renew_words(into)
    bump()


def _move_in_drafts(old: int, new: int):
    """Put the other topic into what is going to be published."""
    latest = ResourcePage.objects.exclude(latest_revision=None).values("latest_revision")
    scheduled = Revision.page_revisions.filter(approved_go_live_at__isnull=False).values("pk")
    for revision in Revision.objects.filter(pk__in=latest) | Revision.objects.filter(
        pk__in=scheduled
    ):
        rows = revision.content.get("tagged_items", [])
        if any(row["tag"] == old for row in rows):
            kept = {new if row["tag"] == old else row["tag"]: row for row in rows}
            revision.content["tagged_items"] = [row | {"tag": tag} for tag, row in kept.items()]
            Revision.objects.filter(pk=revision.pk).update(content=revision.content)


def _renew_words(topic: Topic):
    about = ResourcePage.objects.filter(tagged_items__tag=topic, words__isnull=False)
    for page in about.order_by("pk"):
        keep_words(page=page)
