"""Build the demo site from the project's own data files; what is there already is left alone."""

import json
from datetime import date
from decimal import Decimal
from html import escape
from pathlib import Path

from django.db import transaction
from wagtail.models import Locale, Page, Site

from communities.models import ArticlePage, CommunitiesIndexPage, CommunityPage, NewsIndexPage
from communities.models.community import CommunityFact
from core.models import SiteSettings
from core.translation.actions import translate
from home.actions import begin_site
from home.models import StandardPage

DATA = Path(__file__).resolve().parent / "data"


def read(name: str):
    """One of the project's data files."""
    return json.loads((DATA / f"{name}.json").read_text(encoding="utf-8"))


def build_demo():
    """Build all pages of the demo site in both languages."""
    with transaction.atomic():
        builder = DemoBuilder()
        builder.describe_site()
        builder.add_communities()
        builder.add_articles()
        builder.add_standard_pages()


def is_built() -> bool:
    """Whether the demo site is there."""
    return CommunityPage.objects.exists()


class Texts(dict):
    """Pairs of a source text and its translation, gathered while a page is made."""

    def take(self, pair: dict[str, str]) -> str:
        """Remember the pair and return its Latvian side."""
        if pair["lv"]:
            self[pair["lv"]] = pair["en"]
        return pair["lv"]

    def take_html(self, pair: dict[str, str]) -> str:
        """The same for text that stands in rich text, where it is escaped."""
        return self.take({code: escape(text, quote=False) for code, text in pair.items()})

    def body(self, blocks: dict[str, list]) -> list:
        """The value of a page's body: all blocks as one rich text."""
        pairs = zip(blocks["lv"], blocks["en"], strict=True)
        html = "".join(self._block(latvian, english) for latvian, english in pairs)
        return [("text", html)]

    def _block(self, latvian, english) -> str:
        if isinstance(latvian, str):
            latvian, english = {"p": latvian}, {"p": english}
        (kind, text), (_kind, translated) = *latvian.items(), *english.items()
        if kind == "ul":
            pairs = zip(text, translated, strict=True)
            items = (self.take_html({"lv": one, "en": other}) for one, other in pairs)
            return "<ul>" + "".join(f"<li>{item}</li>" for item in items) + "</ul>"
        tag = "h2" if kind == "h" else "p"
        return f"<{tag}>{self.take_html({'lv': text, 'en': translated})}</{tag}>"


class DemoBuilder:
    """Adds the demo's pages below the first pages of the site."""

    def __init__(self):
        self.home = begin_site()
        self.english = Locale.objects.get(language_code="en")
        self.index = CommunitiesIndexPage.objects.child_of(self.home).get()
        self.news = NewsIndexPage.objects.child_of(self.home).get()

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
            parent = self._child(self.index, slug).specific if slug else self.news
            texts = Texts()
            page = ArticlePage(
                date=date.fromisoformat(data["date"]),
                source_name=texts.take(
                    {"lv": data["source"]["name"], "en": data["source"]["name"]}
                ),
                source_url=data["source"]["url"],
                **self._common(data, texts),
                body=texts.body(data["body"]),
            )
            self._add(parent, page, texts)

    def add_standard_pages(self):
        data = read("activities")
        parent = self._add_standard_page(self.home, data["parent"], show_in_menus=True)
        for activity in data["activities"]:
            self._add_standard_page(parent, activity)
        for page in read("pages"):
            self._add_standard_page(self.home, page, show_in_menus=True)

    def _add_community(self, data):
        texts = Texts()
        page = CommunityPage(
            title=texts.take(data["name"]),
            slug=data["slug"],
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
        self._add(self.index, page, texts)

    def _join_neighbours(self, data):
        page = self._child(self.index, data["slug"]).specific
        neighbours = CommunityPage.objects.child_of(self.index).filter(slug__in=data["neighbours"])
        if set(page.neighbours.all()) != set(neighbours):
            page.neighbours.set(neighbours)
            page.save_revision().publish()

    def _add_standard_page(self, parent, data, **fields):
        texts = Texts()
        page = StandardPage(**self._common(data, texts), body=texts.body(data["body"]), **fields)
        return self._add(parent, page, texts)

    def _common(self, data, texts) -> dict:
        return {
            "title": texts.take(data["title"]),
            "slug": texts.take(data["slug"]),
            "summary": texts.take(data["summary"]),
        }

    def _child(self, parent, slug):
        return Page.objects.child_of(parent).get(slug=slug)

    def _add(self, parent, page, texts):
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
