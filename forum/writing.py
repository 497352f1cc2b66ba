"""How people write: a small Markdown, made into HTML that nothing in it can misuse. Pure.

Paragraphs, emphasis, lists, quotations, links and code; no headings, pictures or HTML of their
own. What the renderer makes is sanitised again by an allow-list.
"""

import re
from functools import lru_cache

import nh3
from markdown_it import MarkdownIt

TAGS = {"p", "br", "strong", "em", "s", "ul", "ol", "li", "blockquote", "a", "code", "pre"}
ATTRIBUTES = {"*": set(), "a": {"href"}, "ol": {"start"}}
SCHEMES = {"http", "https", "mailto", "tel"}
# What residents link to is theirs: search engines follow nothing, and nobody learns where from.
REL = "nofollow ugc noopener"
MENTION = re.compile(r"(?<![\w@])@([^\W_](?:[\w.’'-]| (?=[A-ZĀ-Ž])){0,59})")
# Spaces that keep words together are spaces here, and not signs that nobody sees.
SPACES = re.compile("[\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000]")
# What would mean something in a name that is quoted.
SIGNS = re.compile(r"[\\`*_~\[\]()<>#!@|]")
QUOTED_LETTERS = 1500
# Quotations and lists within each other; a text of nothing but links is taken for one of none.
DEPTH, MOST_LINKS = 20, 400


def render(text: str) -> str:
    """The text as HTML that is safe on any page."""
    text = typed(text)
    return nh3.clean(
        _markdown(_links(text) <= MOST_LINKS).render(text),
        tags=TAGS,
        attributes=ATTRIBUTES,
        url_schemes=SCHEMES,
        link_rel=REL,
    )


def plain_text(html: str) -> str:
    """The words of what `render` made, on one line, for lists, letters and search."""
    spaced = re.sub(r"</(?:p|li|blockquote|pre)>|<br[^>]*>", " ", html)
    # Within the allow-list no attribute holds a bracket, so that tags end where they seem to.
    bare = re.sub(r"<[^<>]*>", "", spaced)
    return " ".join(_unescaped(bare).split())


def excerpt(html: str, letters: int = 160) -> str:
    """The beginning of what `render` made, cut between two words."""
    words = plain_text(html)
    if len(words) <= letters:
        return words
    return f"{words[:letters].rsplit(' ', 1)[0].rstrip(' ,.;:–-')} …"


def quotation(text: str, name: str) -> str:
    """What somebody wrote, as the beginning of an answer to it."""
    # Quotations of quotations are left out: nobody reads them.
    own = [line for line in typed(text).splitlines() if not line.lstrip().startswith(">")]
    cut = "\n".join(own).strip()[:QUOTED_LETTERS]
    lines = [f"> {line}".rstrip() for line in cut.splitlines()]
    plain_name = SIGNS.sub(r"\\\g<0>", name)
    return f"> **{plain_name}:**\n>\n" + "\n".join(lines) + "\n\n"


def mentioned(text: str) -> list[str]:
    """The names after an @, as they were typed, each once and in order."""
    return list(dict.fromkeys(match.strip() for match in MENTION.findall(typed(text))))


def typed(text: str) -> str:
    """What somebody typed, without signs that cannot be seen, its lines ended alike."""
    text = SPACES.sub(" ", text.replace("\r\n", "\n").replace("\r", "\n"))
    return "".join(sign for sign in text if sign in "\n\t" or sign.isprintable()).strip("\n")


def one_line(text: str) -> str:
    """The same on one line, with single spaces: a title, a tag, a name."""
    return " ".join(typed(text).split())


@lru_cache(2)
def _markdown(has_links: bool) -> MarkdownIt:
    options = {"html": False, "linkify": True, "breaks": True, "maxNesting": DEPTH}
    maker = MarkdownIt("js-default", options)
    # An address without its beginning is as often a mistake in typing.
    maker.linkify.set({"fuzzy_link": False, "fuzzy_email": False})
    maker.disable(["heading", "lheading", "image", "table", "hr", "html_block", "reference"])
    return maker if has_links else maker.disable(["link", "linkify"])


def _links(text: str) -> int:
    """What may begin a link: looking for their ends is slow where there are very many."""
    return text.count("[") + text.count("://")


def _unescaped(text: str) -> str:
    for entity, sign in (("&lt;", "<"), ("&gt;", ">"), ("&quot;", '"'), ("&#39;", "'")):
        text = text.replace(entity, sign)
    return text.replace("&nbsp;", " ").replace("&amp;", "&")
