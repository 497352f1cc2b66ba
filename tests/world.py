"""Making the things that tests are about; each takes what matters and guesses the rest."""

from datetime import date
from types import SimpleNamespace

from django.utils import timezone
from django.utils.text import slugify
from wagtail.models import Locale, Page

from communities.actions import appoint
from communities.models import (
    ArticlePage,
    CommunitiesIndexPage,
    CommunityPage,
    CommunityRole,
    NewsIndexPage,
)
from core.translation.actions import draft_translations, translate
from home.actions import begin_site
from home.models import StandardPage
from home.statement import AccessibilityStatementPage, InaccessibleContent
from members.models import User

PASSWORD = "garie vakari pie krāsns"
# Queued work (searching, references, sizes of pictures) is done at once, for tests that look at it.
TASKS_DONE = {"default": {"BACKEND": "django_tasks.backends.immediate.ImmediateBackend"}}


def first_pages() -> SimpleNamespace:
    """The pages that every database of the site begins with."""
    home = begin_site()
    return SimpleNamespace(
        home=home,
        index=CommunitiesIndexPage.objects.child_of(home).get(),
        news=NewsIndexPage.objects.child_of(home).get(),
        english=Locale.objects.get(language_code="en"),
    )


def person(email: str, **fields) -> User:
    """A person who can sign in with PASSWORD."""
    return User.objects.create_user(email, PASSWORD, **fields)


def leader(community, email="lidere@example.test", *, kind=CommunityRole.Kind.LEADER) -> User:
    """Somebody who leads the community (or helps it) and can sign in with PASSWORD."""
    found = User.objects.filter(email=email).first() or person(email)
    appoint(community=community, person=found, kind=kind, by=None, now=timezone.now())
    # What was asked of the person before must not answer for the new role.
    return User.objects.get(pk=found.pk)


def add(parent, page, is_published: bool):
    """The page below its parent, published or as a draft."""
    page.live = False
    Page.objects.get(pk=parent.pk).add_child(instance=page)
    if is_published:
        page.save_revision().publish()
        page.refresh_from_db()
    else:
        page.save_revision()
    return page


def community(index, title: str, *, is_published=True, **fields) -> CommunityPage:
    """A community below the index of communities."""
    fields = {"slug": slugify(title), "genitive": title, "locative": title, **fields}
    return add(index, CommunityPage(title=title, **fields), is_published)


def article(parent, title: str, *, is_published=True, **fields) -> ArticlePage:
    """A news article below a community or the news page."""
    fields = {"date": date(2026, 11, 1), "body": [("text", "<p>Teksts.</p>")], **fields}
    return add(parent, ArticlePage(title=title, **fields), is_published)


def standard_page(parent, title: str, *, is_published=True, **fields) -> StandardPage:
    """A page of text."""
    fields = {"body": [("text", "<p>Teksts.</p>")], **fields}
    return add(parent, StandardPage(title=title, **fields), is_published)


def statement(home, *, gaps=("Karte",), **fields) -> AccessibilityStatementPage:
    """An accessibility statement that names so many things that are not accessible."""
    fields = {"organisation": "Pašvaldība", "assessor": "Redakcija", **fields}
    page = AccessibilityStatementPage(title="Piekļūstamība", slug="pieklustamiba", **fields)
    page.gaps = [
        gap if isinstance(gap, InaccessibleContent) else InaccessibleContent(what=gap)
        for gap in gaps
    ]
    return add(home, page, is_published=True)


def in_english(page) -> Page:
    """The page's English draft or translation, as it is once the queue is drained."""
    english = Locale.objects.get(language_code="en")
    if not page.has_translation(english):
        draft_translations(page=type(page).objects.get(pk=page.pk))
    return page.get_translation(english).specific


def translated(page) -> Page:
    """The page's English translation, live: every text is translated into itself in capitals."""
    english = Locale.objects.get(language_code="en")
    translate(page=page, locale=english, texts=Capitals())
    return in_english(page)


class Capitals(dict):
    """Texts in which everything is translated: slugs stay, other words are shouted."""

    def get(self, source, default=None):
        is_slug = source == slugify(source)
        return source if is_slug else source.upper().replace("<P>", "<p>")
