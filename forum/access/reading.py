"""The doors of readers and writers: what is there for them, and where they may say something."""

from django.core.exceptions import PermissionDenied
from django.http import Http404
from django.shortcuts import get_object_or_404
from django.utils.translation import get_language
from wagtail.models import Page

from communities.access import is_leader_of, roles_of
from communities.models import CommunityPage, CommunityRole
from core.access import SignInNeeded, check_page, pages_open_to
from core.audience import Audience
from core.models import BasePage
from core.roles import is_editor
from core.translation.state import code_of
from forum.comments import shows_comments, silent_keys, stored_settings
from forum.models import ForumSectionPage, Post, PostPicture, Topic

# What a door raises for somebody who does not get in.
CLOSED = (Http404, PermissionDenied, SignInNeeded)


def page_with_key(key, person, now) -> BasePage:
    """The page with this key that the person may read, in the active language where there is one.

    Raises Http404, SignInNeeded or PermissionDenied as the page itself would.
    """
    found = Page.objects.filter(translation_key=key).specific()
    pages = [page for page in found if isinstance(page, BasePage)]
    pages.sort(key=lambda page: (code_of(page.locale_id) != get_language(), page.pk))
    refusal: Exception = Http404()
    for page in pages:
        try:
            check_page(page, person, now)
        except (SignInNeeded, PermissionDenied) as closed:
            refusal = closed
        except Http404:
            continue
        else:
            return page
    raise refusal


def open_keys(person, now):
    """The keys of everything that the person may read, for a query of topics."""
    return pages_open_to(Audience.open_to(person), now).values("translation_key")


def topics_for(person, now):
    """The topics of the forum that the person may read, as a queryset."""
    return topics_at(open_keys(person, now))


def topics_at(keys):
    """The topics of the forum that whoever may read the pages with these keys may read."""
    return Topic.objects.in_forum().shown().at(keys)


def posts_for(person, now):
    """The posts that the person may read wherever they stand, as a queryset."""
    return posts_at(open_keys(person, now))


def posts_at(keys):
    """The posts that whoever may read the pages with these keys may read."""
    shown = Post.objects.shown().filter(topic__state=Topic.State.SHOWN)
    return shown.filter(topic__place_key__in=keys).exclude(
        topic__kind=Topic.Kind.COMMENTS, topic__place_key__in=silent_keys()
    )


def topic_for(person, pk: int, now) -> Topic:
    """The topic and, as `topic.place`, the page that it stands at; or raises.

    Whoever began a topic sees it while it waits, and so do those who moderate there. One that was
    merged into another is that one.
    """
    topic = get_object_or_404(Topic.objects.select_related("author"), pk=pk)
    if topic.merged_into_id is not None:
        return topic_for(person, topic.merged_into_id, now)
    topic.place = page_with_key(topic.place_key, person, now)
    if topic.state == Topic.State.SHOWN and not _is_switched_off(topic):
        return topic
    is_own = topic.author_id is not None and topic.author_id == person.pk
    if (is_own and topic.state == Topic.State.HELD) or may_moderate(person, topic.community_key):
        return topic
    raise Http404


def _is_switched_off(topic: Topic) -> bool:
    """Whether editors have switched off what is said under the page."""
    is_talk = topic.kind == Topic.Kind.COMMENTS
    return is_talk and not shows_comments(topic.place, stored_settings())


def topic_by_key(person, key, now) -> Topic:
    """The topic with this key, as `topic_for` gives it; or raises."""
    pk = Topic.objects.filter(key=key).values_list("pk", flat=True).first()
    if pk is None:
        raise Http404
    return topic_for(person, pk, now)


def followed_by_key(person, key, now):
    """The topic, section or page with this key that the person may read; or raises."""
    if Topic.objects.filter(key=key).exists():
        return topic_by_key(person, key, now)
    return page_with_key(key, person, now)


def talk_of(page) -> Topic | None:
    """What was said under the page so far; None where nobody has said anything."""
    talks = Topic.objects.filter(kind=Topic.Kind.COMMENTS, place_key=page.translation_key)
    topic = talks.first()
    if topic is not None:
        topic.place = page
    return topic


def post_for(person, pk: int, now) -> Post:
    """A post that the person may read, with `post.topic.place`; or raises.

    Posts that are not shown are there for their authors and for those who moderate.
    """
    post = get_object_or_404(Post.objects.select_related("author"), pk=pk)
    post.topic = topic_for(person, post.topic_id, now)
    if post.state == Post.State.SHOWN or is_author(person, post):
        return post
    if may_moderate(person, post.topic.community_key):
        return post
    raise Http404


def own_post_for(person, pk: int, now) -> Post:
    """A post of the person's own that they may still change; or raises."""
    if not person.is_authenticated:
        raise SignInNeeded
    post = post_for(person, pk, now)
    if not is_author(person, post):
        raise PermissionDenied
    if post.state not in (Post.State.SHOWN, Post.State.HELD):
        raise Http404
    return post


def received_post(key) -> Post:
    """The post that came with the form of this key, which only the sender knows; else Http404."""
    return get_object_or_404(Post.objects.select_related("topic"), submission=key)


def picture_for(person, key, now) -> PostPicture:
    """A picture of a post that the person may read, with `picture.post.topic.place`; or raises.

    Of a post that is not shown only its author and those who moderate see the pictures; one whose
    post has not come yet is shown to nobody.
    """
    picture = get_object_or_404(PostPicture, key=key, post__isnull=False)
    picture.post = post_for(person, picture.post_id, now)
    return picture


def is_author(person, post) -> bool:
    """Whether the person wrote the post, or typed it for somebody."""
    return person.is_authenticated and person.pk in (post.author_id, post.helper_id)


def may_moderate(person, community_key) -> bool:
    """Whether the person moderates what is said in the community, or in places of no community."""
    if is_editor(person):
        return True
    return community_key is not None and is_leader_of(person, community_key)


def may_moderate_anything(person) -> bool:
    """Whether there is any place where the person moderates."""
    return is_editor(person) or bool(moderated_keys(person))


def moderated_keys(person) -> list:
    """The keys of the communities that the person leads, and therefore moderates."""
    leading = roles_of(person).filter(kind=CommunityRole.Kind.LEADER)
    return list(leading.values_list("community_key", flat=True))


def check_moderator(person, community_key):
    """Let those through who moderate there; raises PermissionDenied."""
    if not may_moderate(person, community_key):
        raise PermissionDenied


def office_of(person, community_key) -> str:
    """In whose name the person may answer there: an `Office`, empty for none."""
    if is_editor(person):
        return Post.Office.MUNICIPALITY
    if community_key is not None and is_leader_of(person, community_key):
        return Post.Office.COMMUNITY
    return Post.Office.NONE


def may_help(person) -> bool:
    """Whether the person holds the helper right: they type what somebody present says."""
    if not person.is_authenticated:
        return False
    return is_editor(person) or roles_of(person).exists()


def may_begin_topics(person, section: ForumSectionPage) -> bool:
    """Whether whoever reads the section may begin a topic there."""
    return section.takes_topics or may_moderate(person, community_of_section(section))


def community_of_section(section: ForumSectionPage):
    """The key of the community whose section it is; None for the whole municipality."""
    return section.community.translation_key if section.community_id else None


def community_of_page(page):
    """The key of the community that the page is or belongs to; None for the whole municipality."""
    if isinstance(page, ForumSectionPage):
        return community_of_section(page)
    above = CommunityPage.objects.ancestor_of(page, inclusive=True)
    return above.values_list("translation_key", flat=True).first()


def section_for(person, key, now) -> ForumSectionPage:
    """The section with this key that the person may read; or raises."""
    page = page_with_key(key, person, now)
    if not isinstance(page, ForumSectionPage):
        raise Http404
    return page


def may_write(person, topic: Topic) -> bool:
    """Whether the person may say something in the topic, which they may read.

    Whoever moderates may still answer in a topic that is closed.
    """
    if topic.state != Topic.State.SHOWN:
        return False
    return topic.takes_posts or may_moderate(person, topic.community_key)
