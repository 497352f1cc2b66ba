"""Every link of the demo site leads somewhere, in the language that its address promises."""

import re
import urllib.error
import urllib.request
from html.parser import HTMLParser
from urllib.parse import urldefrag, urljoin, urlsplit

MAX_DEPTH = 6
ARE_FOLLOWED = re.compile(r"^/(lv|en)/|^/(static|media|documents)/")


class Links(HTMLParser):
    """The addresses that a page refers to, and the language that it says it is in."""

    def __init__(self):
        super().__init__()
        self.addresses: set[str] = set()
        self.language = ""

    def handle_starttag(self, tag, attrs):
        values = dict(attrs)
        if tag == "html":
            self.language = values.get("lang", "")
        if "nofollow" in (values.get("rel") or ""):
            # Nobody goes through all days of the calendar by its links.
            return
        self.addresses |= {values[name] for name in ("href", "src") if values.get(name)}


def fetch(address: str) -> tuple[int, str, str]:
    """The status, the content type and the text behind an address."""
    try:
        with urllib.request.urlopen(address, timeout=30) as answer:  # noqa: S310
            kind = answer.headers.get_content_type()
            text = answer.read().decode() if kind == "text/html" else ""
            return answer.status, kind, text
    except urllib.error.HTTPError as error:
        return error.code, "", ""


def test_every_link_leads_to_a_page_of_its_language(base_url):
    seen, faults, round_ = {f"{base_url}/lv/"}, [], [f"{base_url}/lv/"]
    for _depth in range(MAX_DEPTH + 1):
        found: set[str] = set()
        for address in round_:
            status, kind, text = fetch(address)
            if status != 200:
                faults.append(f"{status} {address}")
            if kind != "text/html":
                continue
            page = Links()
            page.feed(text)
            if page.language != urlsplit(address).path[1:3]:
                faults.append(f"{page.language} {address}")
            found |= {urldefrag(urljoin(address, link)).url for link in page.addresses}
        local = {link for link in found if link.startswith(base_url)}
        round_ = sorted(link for link in local - seen if ARE_FOLLOWED.match(urlsplit(link).path))
        seen |= set(round_)
    assert faults == []
    communities = [link for link in seen if re.search(r"/(kopienas|communities)/[a-z]+/$", link)]
    assert len(communities) == 28


def test_both_lists_name_fourteen_communities(base_url):
    for path in ("/lv/kopienas/", "/en/communities/"):
        _status, _kind, text = fetch(base_url + path)
        page = Links()
        page.feed(text)
        assert len({link for link in page.addresses if re.fullmatch(rf"{path}[a-z]+/", link)}) == 14
