"""Reading the head of a page as machines do."""

import json

import html5lib
from django.test import Client

HERE = "https://kopa.example.lv"
HTML = "{http://www.w3.org/1999/xhtml}"


class Head:
    """The head of the page at an address, as somebody gets it."""

    def __init__(self, address, user=None):
        browser = Client()
        if user:
            browser.force_login(user)
        self.html = browser.get(address).content.decode()
        self.head = html5lib.parse(self.html).find(f"{HTML}head")

    def said(self, name) -> list[str]:
        """What all meta elements of the name or property say."""
        elements = self.head.iter(f"{HTML}meta")
        return [each.get("content") for each in elements if name in each.attrib.values()]

    def links(self, rel, attribute="rel") -> dict[str, str]:
        """The addresses of the links of this kind, by another of their attributes."""
        elements = [each for each in self.head.iter(f"{HTML}link") if each.get("rel") == rel]
        return {each.get(attribute): each.get("href") for each in elements if each.get(attribute)}

    @property
    def data(self) -> dict[str, dict]:
        """The pieces of structured data, by their type."""
        return {piece["@type"]: piece for piece in self.pieces}

    @property
    def pieces(self) -> list[dict]:
        """All pieces of structured data."""
        scripts = self.head.iter(f"{HTML}script")
        [text] = [each.text for each in scripts if each.get("type") == "application/ld+json"]
        data = json.loads(text)
        assert data["@context"] == "https://schema.org"
        return data["@graph"]
