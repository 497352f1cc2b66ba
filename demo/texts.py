"""The demo site's words: data files, and pairs of a Latvian text and its translation."""

import json
from html import escape
from pathlib import Path

DATA = Path(__file__).resolve().parent / "data"


def read(name: str):
    """One of the project's data files."""
    return json.loads((DATA / f"{name}.json").read_text(encoding="utf-8"))


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
