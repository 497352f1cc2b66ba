"""What people do to what they said: change it, take it back; and how it was before."""

from django.contrib import messages
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_safe

from core.shell import Link
from forum import actions
from forum.access import is_author, may_moderate, own_post_for, post_for
from forum.changes import changes, open_versions
from forum.forms import EditForm
from forum.models import PostVersion, Topic
from forum.views.signing_in import or_sign_in
from forum.views.topics import address_of_talk
from forum.views.typed import FORBIDDEN, forget_draft, keeps_words
from forum.writing import render as html_of
from members.frames import personal_shell
from members.pending import Refused

METHODS = ["GET", "HEAD", "POST"]
OK = 200
# Versions that are told of, the newest.
VERSIONS_SHOWN = 20


@never_cache
@require_http_methods(METHODS)
@keeps_words
def post_edit(request, pk: int):
    """Change the words of one's own post."""
    now = timezone.now()
    post = own_post_for(request.user, pk, now)
    form = _edit_form(request, post)
    if request.method != "POST":
        return _edit_page(request, post, form)
    if request.is_old_form:
        form.add_error(None, _("This page had been open for long. Look at it and save once more."))
        return _edit_page(request, post, form, status=FORBIDDEN)
    is_valid = form.is_valid()
    if "preview" in request.POST and "text" in form.cleaned_data:
        return _edit_page(request, post, form, preview=html_of(form.cleaned_data["text"]))
    if is_valid and _edit(request, post, form.cleaned_data, now, form):
        return forget_draft(request, f"edit-{post.pk}", redirect("forum:post-detail", post.pk))
    return _edit_page(request, post, form)


def _edit_form(request, post) -> EditForm:
    waiting = post.versions.filter(state=PostVersion.State.HELD).first()
    initial = {"title": post.topic.title, "text": post.text}
    if waiting:
        initial = {"title": waiting.title or post.topic.title, "text": waiting.text}
    sent = (request.POST,) if request.method == "POST" else ()
    return EditForm(*sent, initial=initial, begins_topic=post.begins_topic)


def _edit(request, post, words, now, form) -> bool:
    try:
        is_shown = actions.edit_post(
            post=post,
            person=request.user,
            text=words["text"],
            title=words.get("title", ""),
            now=now,
        )
    except Refused as refusal:
        form.add_error(None, refusal.message)
        return False
    if is_shown:
        messages.success(request, _("Your changes are there for everybody to see."))
    else:
        messages.success(
            request, _("A moderator looks at your changes first. Until then nothing changes.")
        )
    return True


def _edit_page(request, post, form, *, status=OK, preview=""):
    context = {
        "shell": _shell(request, post, _("Change what you wrote"), "forum:post-edit"),
        "form": form,
        "preview": preview,
        "post": post,
    }
    return render(request, "forum/post_edit.html", context, status=status)


@never_cache
@require_http_methods(METHODS)
@or_sign_in
def post_delete(request, pk: int):
    """Take one's own post back: GET asks, POST does."""
    now = timezone.now()
    post = own_post_for(request.user, pk, now)
    if request.method == "POST":
        place = post.topic.place
        actions.delete_post(post=post, now=now)
        messages.success(request, _("Your post has been deleted."))
        return redirect(_after_deletion(post, place))
    context = {
        "shell": _shell(request, post, _("Delete this post?"), "forum:post-delete"),
        "post": post,
    }
    return render(request, "forum/post_delete.html", context)


def _after_deletion(post, place) -> str:
    """The talk where it stood; the section, where the topic went with its only post."""
    topic = Topic.objects.get(pk=post.topic_id)
    topic.place = place
    if topic.kind == Topic.Kind.FORUM and topic.state != Topic.State.SHOWN:
        return topic.place.url_path
    return address_of_talk(topic)


@never_cache
@require_safe
@or_sign_in
def post_versions(request, pk: int):
    """How a post was changed, for everybody who may read it."""
    post = post_for(request.user, pk, timezone.now())
    reads_all = is_author(request.user, post) or may_moderate(
        request.user, post.topic.community_key
    )
    shown = post.versions.filter(state=PostVersion.State.SHOWN).order_by("made_at", "pk")
    versions = open_versions(list(shown), post.shown_at, reads_all=reads_all)
    context = {
        "shell": _shell(request, post, _("How this post was changed"), "forum:post-versions"),
        "post": post,
        "steps": _steps(versions[-VERSIONS_SHOWN:]),
    }
    return render(request, "forum/post_versions.html", context)


def _steps(versions) -> list[dict]:
    """Each version with what changed in it, the newest first."""
    steps = []
    for before, after in zip([None, *versions], versions, strict=False):
        steps.append(
            {
                "version": after,
                "title": changes(before.title, after.title)
                if before and before.title != after.title
                else [],
                "pieces": changes(before.text, after.text) if before else [],
            }
        )
    return steps[::-1]


def _shell(request, post, title: str, name: str):
    topic = post.topic
    way = (Link(topic.place.title, topic.place.url_path),)
    if topic.kind == Topic.Kind.FORUM:
        way = (*way, Link(topic.title, topic.get_absolute_url()))
    return personal_shell(request, title, name, post.pk, below=way)
