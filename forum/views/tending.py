"""What moderators do where they read: about a post, about its author, about a whole topic."""

from django.contrib import messages
from django.http import Http404
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_POST

from core.frames import personal_shell
from core.roles import is_editor
from forum import access, actions
from forum.addresses import address_of_talk
from forum.forms.moderating import ModeratePostForm, MovePostsForm, MoveTopicForm, TargetForm
from forum.models import Block, Decision, Post, Topic
from forum.queue import records_of
from forum.views.signing_in import or_sign_in, signed_in
from members.pending import Refused

READING = ["GET", "HEAD", "POST"]
Kind = Decision.Kind
HIDEABLE = (Post.State.SHOWN, Post.State.SET_ASIDE)


@never_cache
@require_POST
@or_sign_in
@signed_in
def topic_tend(request, pk: int):
    """Pin, close or archive a topic, or the other way round."""
    now, deed = timezone.now(), request.POST.get("deed", "")
    topic = access.topic_to_tend(request.user, pk, now)
    if deed not in actions.deeds_for(topic):
        raise Http404
    if actions.tend(topic=topic, by=request.user, deed=deed, now=now):
        messages.success(request, _("Done."))
    return redirect(address_of_talk(topic))


@never_cache
@require_http_methods(READING)
@or_sign_in
@signed_in
def topic_move(request, pk: int):
    """Choose another section for a topic; a POST moves it there."""
    now = timezone.now()
    topic = _forum_topic(request, pk, now)
    sections = access.sections_to_move_to(request.user, topic, now)
    form = MoveTopicForm(request.POST or None, sections=sections)
    if request.method == "POST" and form.is_valid():
        key = form.cleaned_data["section"]
        section = next(page for page in sections if str(page.translation_key) == key)
        actions.move_topic(topic=topic, section=section, by=request.user, now=now)
        messages.success(request, _("The topic now stands in “%s”.") % section.title)
        return redirect(access.topic_for(request.user, pk, now))
    return _page(request, _("Move the topic"), "forum:topic-move", topic, form)


@never_cache
@require_http_methods(READING)
@or_sign_in
@signed_in
def topic_merge(request, pk: int):
    """Choose the topic into which another goes with all its posts; a POST merges them."""
    now = timezone.now()
    topic = _forum_topic(request, pk, now)
    form = TargetForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        target = _target(request, form, now)
        if target is not None:
            try:
                actions.merge_topics(topic=topic, target=target, by=request.user, now=now)
            except Refused as refusal:
                form.add_error(None, refusal.message)
            else:
                messages.success(request, _("Both are one topic now."))
                return redirect(target)
    return _page(request, _("Merge the topic into another"), "forum:topic-merge", topic, form)


@never_cache
@require_http_methods(READING)
@or_sign_in
@signed_in
def post_move(request, pk: int):
    """Choose the topic to which a post goes, perhaps with all later ones; a POST moves them."""
    now = timezone.now()
    post = access.post_for(request.user, pk, now)
    access.check_moderator(request.user, post.topic.community_key)
    if post.number is None:
        # What has no place yet goes wherever its topic goes.
        raise Http404
    form = MovePostsForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        target = _target(request, form, now)
        if target is not None and _move(request, post, target, form, now):
            return redirect("forum:post-detail", post.pk)
    return _page(request, _("Move the post"), "forum:post-move", post.topic, form, post=post)


def _move(request, post, target, form, now) -> bool:
    later = form.cleaned_data["with_later"]
    posts = actions.with_later(post) if later else [post]
    try:
        actions.move_posts(posts=posts, target=target, by=request.user, now=now)
    except Refused as refusal:
        form.add_error(None, refusal.message)
        return False
    messages.success(request, _("Moved."))
    return True


@never_cache
@require_POST
@or_sign_in
@signed_in
def post_answer(request, pk: int):
    """Mark a post as the one that answers its topic, or take the mark away."""
    now = timezone.now()
    post = access.post_that_answers(request.user, pk, now)
    try:
        actions.mark_answer(post=post, by=request.user, now=now)
    except Refused as refusal:
        messages.warning(request, refusal.message)
    return redirect("forum:post-detail", post.pk)


@never_cache
@require_http_methods(READING)
@or_sign_in
@signed_in
def post_moderate(request, pk: int):
    """Hide a post or show it again, warn its author or keep them from writing for a time."""
    now = timezone.now()
    post = access.post_to_moderate(request.user, pk, now)
    form = ModeratePostForm(request.POST or None, deeds=_deeds(post))
    if request.method == "POST" and form.is_valid():
        try:
            _do(request.user, post, form.cleaned_data, now)
        except actions.AlreadyDecided:
            messages.warning(request, _("Somebody else has decided about this meanwhile."))
            return redirect("forum:post-moderate", post.pk)
        except Refused as refusal:
            form.add_error(None, refusal.message)
        else:
            messages.success(request, _("Done. It is in the record."))
            return redirect("forum:post-detail", post.pk)
    author = post.author or post.helper
    blocks = Block.objects.filter(person=author, ends_at__gt=now) if author else []
    context = {
        "shell": personal_shell(request, _("Moderate the post"), "forum:post-moderate", post.pk),
        "post": post,
        "form": form,
        "record": records_of({author.pk}, now)[author.pk] if author else None,
        "blocks": [row for row in blocks if access.may_moderate(request.user, row.community_key)],
    }
    return render(request, "forum/post_moderate.html", context)


def _do(person, post, data, now):
    common = {"post": post, "by": person, "note": data["note"], "now": now}
    if data["deed"] == Kind.RESTORE:
        return actions.restore(**common)
    common["reason"] = data["reason"]
    if data["deed"] == Kind.BLOCK:
        key = None if is_editor(person) else post.topic.community_key
        return actions.block(days=data["days"], community_key=key, **common)
    return (actions.hide if data["deed"] == Kind.HIDE else actions.warn)(**common)


def _deeds(post) -> set:
    deeds = {Kind.WARN, Kind.BLOCK} if post.author_id or post.helper_id else set()
    if post.state in HIDEABLE:
        deeds.add(Kind.HIDE)
    if post.state in (Post.State.HIDDEN, Post.State.SET_ASIDE):
        deeds.add(Kind.RESTORE)
    return deeds


def _forum_topic(request, pk, now) -> Topic:
    topic = access.topic_to_tend(request.user, pk, now)
    if topic.kind != Topic.Kind.FORUM:
        raise Http404
    return topic


def _target(request, form, now) -> Topic | None:
    """The other topic, which the person must moderate as well; the form says when it is not."""
    try:
        return access.topic_to_tend(request.user, form.cleaned_data["topic"], now)
    except access.CLOSED:
        form.add_error("topic", _("There is no such topic, or you do not moderate it."))
        return None


def _page(request, title, name, topic, form, *, post=None):
    place = (name, (post or topic).pk)
    context = {
        "shell": personal_shell(request, title, *place),
        "topic": topic,
        "post": post,
        "form": form,
        "back": address_of_talk(topic),
    }
    return render(request, "forum/moderation/choose_place.html", context)
