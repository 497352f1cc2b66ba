from django import template
from django.urls import reverse
from django.utils.html import format_html
from django.utils.safestring import mark_safe
from django.utils.timesince import timesince
from django.utils.translation import get_language

from core.belt import belt, word_of
from core.models import BasePage
from core.visit import visit_of
from forum.access import talk_of
from forum.comments import forum_settings, shows_comments, takes_comments
from forum.shown import Frame, talk

register = template.Library()

COMMENTS_PAGE = "comments"


@register.inclusion_tag("forum/comments.html", takes_context=True)
def discussion(context):
    """What is said under the page that is shown, and the way to say something; or nothing."""
    page, request = context.get("page"), context.get("request")
    if request is None or not isinstance(page, BasePage) or not page.pk:
        return {}
    if getattr(request, "is_preview", False):
        # Whoever is shown a draft of the page may not be one of its readers.
        return {}
    visit = visit_of(request)
    settings = forum_settings(visit)
    topic = talk_of(page) if shows_comments(page, settings) else None
    is_open = takes_comments(page, settings, visit.now)
    if topic is None and not is_open:
        return {}
    is_open = is_open and (topic is None or topic.takes_posts)
    answer_url = reverse("forum:comment-create", args=[page.translation_key])
    shown = None
    if topic is not None:
        frame = Frame(answer_url, is_open, heading=3)
        asked = _page_asked(request)
        shown = talk(topic, asked, request.user, visit, frame, parameter=COMMENTS_PAGE)
    return {
        "request": request,
        "page": page,
        "topic": topic,
        "talk": shown,
        "is_open": is_open,
        "shows": True,
        "csrf_token": context.get("csrf_token"),
        "answer_url": answer_url,
        "shell": context.get("shell"),
    }


def _page_asked(request) -> int:
    asked = request.GET.get(COMMENTS_PAGE, "1")
    is_number = asked.isascii() and asked.isdecimal() and len(asked) < 6
    return int(asked) if is_number else 1


@register.simple_tag
def person_mark(post) -> str:
    """The woven square of whoever said it, drawn from what they are called."""
    word = word_of(belt(post.author_name))
    return format_html(
        '<img class="mark" src="{}" alt="" width="40" height="40" loading="lazy">',
        reverse("belt", args=[word, "mark"]),
    )


@register.simple_tag
def said_in(post) -> str:
    """The `lang` of a post that is in another language than the page around it."""
    if post.language in (get_language(), "und"):
        return ""
    return format_html(' lang="{}"', post.language)


@register.filter
def words_of_post(post) -> str:
    """The HTML of a post: sanitised when it was written (`forum.writing.render`)."""
    return mark_safe(post.html)  # noqa: S308


@register.filter
def how_long_ago(moment, now) -> str:
    """The time since then in words, its largest unit alone."""
    return timesince(moment, now, depth=1)
