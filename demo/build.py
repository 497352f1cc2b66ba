"""Build the demo site from the project's own data files; what is there already is left alone."""

from datetime import date, datetime
from decimal import Decimal

from django.core.files.base import ContentFile
from django.db import transaction
from wagtail.models import Locale, Page, Site

from communities.models import ArticlePage, CommunitiesIndexPage, CommunityPage, NewsIndexPage
from communities.models.community import CommunityContact, CommunityFact
from core.models import HubImage, SiteSettings
from core.translation.actions import translate
from demo.drawings import draw
from demo.events import add_events
from demo.library import add_resources
from demo.texts import Texts, read
from forum.models import ForumPage, ForumSectionPage
from home.actions import begin_site
from home.models import Highlight, StandardPage
from home.statement import AccessibilityStatementPage, InaccessibleContent
from library.models import LibraryPage

STATEMENT_TEXTS = ("organisation", "standard", "assessor", "assessment", "enforcement")


def build_demo(now: datetime):
    """Build all pages of the demo site in both languages; events take place around `now`."""
    with transaction.atomic():
        builder = DemoBuilder()
        builder.describe_site()
        builder.add_communities()
        builder.add_articles()
        builder.add_standard_pages()
        builder.add_legal_pages()
        builder.add_sections()
        add_events(builder, now)
        add_resources(builder, now)
        builder.add_highlights()


def is_built() -> bool:
    """Whether the demo site is there."""
    return CommunityPage.objects.exists()


class DemoBuilder:
    """Adds the demo's pages below the first pages of the site."""

    def __init__(self):
        self.home = begin_site()
        self.english = Locale.objects.get(language_code="en")
        self.index = CommunitiesIndexPage.objects.child_of(self.home).get()
        self.news = NewsIndexPage.objects.child_of(self.home).get()
        self.library = LibraryPage.objects.child_of(self.home).get()
        self.forum = ForumPage.objects.child_of(self.home).get()

    def describe_site(self):
        data = read("site")
        settings = SiteSettings.for_site(Site.objects.get(is_default_site=True))
        settings.name, settings.address = data["name"], data["address"]
        settings.email, settings.phone = data["email"], data["phone"]
        for code in ("lv", "en"):
            setattr(settings, f"tagline_{code}", data["tagline"][code])
            setattr(settings, f"footer_{code}", data["footer"][code])
        settings.save()
        for page, key in (
            (self.home, "front"),
            (self.index, "communities_index"),
            (self.news, "news_index"),
            (self.library, "library"),
            (self.forum, "forum"),
        ):
            texts = Texts({page.slug: page.get_translation(self.english).slug})
            said = (texts.take(data[key]["title"]), texts.take(data[key]["lead"]))
            if said != (page.title, page.summary):
                page.title, page.summary = said
                self._publish(page, texts)

    def add_communities(self):
        communities = read("communities")
        for data in communities:
            self._add_community(data)
        for data in communities:
            self._join_neighbours(data)

    def add_articles(self):
        for data in read("articles"):
            slug = data["community"]
            parent = self.child(self.index, slug).specific if slug else self.news
            if Page.objects.child_of(parent).filter(slug=data["slug"]["lv"]).exists():
                continue
            texts = Texts()
            page = ArticlePage(
                date=date.fromisoformat(data["date"]),
                source_name=texts.take(
                    {"lv": data["source"]["name"], "en": data["source"]["name"]}
                ),
                source_url=data["source"]["url"],
                **self._common(data, texts),
                **self._picture(data, texts),
                body=texts.body(data["body"]),
            )
            self.add_page(parent, page, texts)

    def _picture(self, data, texts) -> dict:
        """A drawing where a photo would stand, for the articles that have one."""
        if "picture" not in data:
            return {}
        picture, slug = data["picture"], data["slug"]["lv"]
        drawing = ContentFile(draw(picture["motif"], slug), f"{slug}.jpg")
        image = HubImage.objects.create(title=data["title"]["lv"], file=drawing)
        return {"picture": image, "picture_alt": texts.take(picture["alt"])}

    def add_standard_pages(self):
        data = read("activities")
        parent = self._add_standard_page(self.home, data["parent"], show_in_menus=True)
        for activity in data["activities"]:
            self._add_standard_page(parent, activity)
        for page in read("pages"):
            self._add_standard_page(self.home, page, show_in_menus=True)

    def add_legal_pages(self):
        legal = read("legal")
        for key in ("rules", "privacy"):
            self._add_standard_page(self.home, legal[key], show_in_footer=True)
        self._add_statement(legal["accessibility"])

    def _add_statement(self, data):
        texts = Texts()
        page = AccessibilityStatementPage(
            **self._common(data, texts),
            **{name: texts.take(data[name]) for name in STATEMENT_TEXTS},
            status=data["status"],
            assessed_date=date.fromisoformat(data["assessed_date"]),
            prepared_date=date.fromisoformat(data["prepared_date"]),
            show_in_footer=True,
        )
        page.gaps = [
            InaccessibleContent(
                what=texts.take(gap["what"]),
                alternative=texts.take(gap["alternative"]),
                reason=gap["reason"],
                locale=self.home.locale,
            )
            for gap in data["inaccessible"]
        ]
        self.add_page(self.home, page, texts)

    def add_sections(self):
        """Give the forum its sections, some of them a community's."""
        for data in read("forum")["sections"]:
            texts, kept = Texts(), {key: data[key] for key in ("audience", "rule") if key in data}
            slug = data.get("community")
            community = self.child(self.index, slug).specific if slug else None
            page = ForumSectionPage(community=community, **self._common(data, texts), **kept)
            self.add_page(self.forum, page, texts)

    def add_highlights(self):
        """Put what matters now on the front page, unless somebody has chosen already."""
        if self.home.highlights.exists():
            return
        for place, slug in enumerate(read("site")["highlights"]):
            page = Page.objects.descendant_of(self.home).get(slug=slug)
            Highlight.objects.create(home=self.home, page=page, sort_order=place)

    def _add_community(self, data):
        texts = Texts()
        page = CommunityPage(
            title=texts.take(data["name"]),
            slug=data["slug"],
            short_name=data["short_name"],
            kind=data["kind"],
            genitive=data["genitive_lv"],
            locative=data["locative_lv"],
            summary=texts.take(data["summary"]),
            centre=texts.take(data["centre"]["name"]),
            latitude=Decimal(str(data["centre"]["lat"])),
            longitude=Decimal(str(data["centre"]["lon"])),
            body=texts.body(data["text"]),
        )
        page.facts = [
            CommunityFact(
                label=texts.take(fact["label"]),
                value=texts.take(fact["value"]),
                as_of=texts.take(fact["as_of"]),
                source_url=fact["source_url"],
                locale=self.home.locale,
            )
            for fact in data["facts"]
        ]
        page.contacts = [
            CommunityContact(
                name=texts.take(contact["name"]),
                role=texts.take(contact["role"]),
                note=texts.take(contact["note"]),
                email=contact["email"],
                phone=contact["phone"],
                locale=self.home.locale,
            )
            for contact in data["contacts"]
        ]
        self.add_page(self.index, page, texts)

    def _join_neighbours(self, data):
        page = self.child(self.index, data["slug"]).specific
        neighbours = CommunityPage.objects.child_of(self.index).filter(slug__in=data["neighbours"])
        if set(page.neighbours.all()) != set(neighbours):
            page.neighbours.set(neighbours)
            page.save_revision().publish()

    def _add_standard_page(self, parent, data, **fields):
        texts = Texts()
        page = StandardPage(**self._common(data, texts), body=texts.body(data["body"]), **fields)
        return self.add_page(parent, page, texts)

    def _common(self, data, texts) -> dict:
        return {
            "title": texts.take(data["title"]),
            "slug": texts.take(data["slug"]),
            "summary": texts.take(data["summary"]),
        }

    def child(self, parent, slug):
        """The page below the other that has this short name."""
        return Page.objects.child_of(parent).get(slug=slug)

    def add_page(self, parent, page, texts):
        """Publish the page in both languages, unless one with its short name is there already."""
        if found := Page.objects.child_of(parent).filter(slug=page.slug).first():
            return found.specific
        page.live = False
        # The tree counts children on the parent's row, which publishing may have changed.
        Page.objects.get(pk=parent.pk).add_child(instance=page)
        self._publish(page, texts)
        return page

    def _publish(self, page, texts):
        page.full_clean()
        page.save_revision().publish()
        page.refresh_from_db()
        translate(page=page, locale=self.english, texts=texts)
