"""The first view of a page is light and calm: few bytes, nobody else asked, nothing moves."""

import gzip
from urllib.parse import urlsplit

import pytest

KILOBYTE = 1000
WITHOUT_PHOTOS, WITH_PHOTOS, STYLES, SCRIPTS = (size * KILOBYTE for size in (60, 100, 25, 25))
PAGES = ["/lv/", "/lv/kopienas/", "/lv/kopienas/tirza/", "/en/communities/stameriena/", "article"]
SHIFTS = """new Promise((answer) => {
  let sum = 0;
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries()) sum += entry.value;
  }).observe({ type: "layout-shift", buffered: true });
  setTimeout(() => answer(sum), 300);
})"""


class Weights:
    """What a page brings along, in bytes as they are sent."""

    def __init__(self, page):
        self.sizes: dict[str, int] = {}
        page.on("response", self._weigh)

    def _weigh(self, response):
        if response.status == 200:
            body = response.body()
            is_text = "encoding" in " ".join(response.headers) or "svg" in response.url
            self.sizes[response.url] = len(gzip.compress(body)) if is_text else len(body)

    def of(self, *endings: str) -> int:
        """The bytes of the addresses with one of these endings."""
        urls = (url for url in self.sizes if urlsplit(url).path.endswith(endings))
        return sum(self.sizes[url] for url in urls)

    @property
    def photos(self) -> int:
        return sum(size for url, size in self.sizes.items() if "/media/" in url)


@pytest.fixture
def article(page, base_url):
    page.goto("/lv/kopienas/tirza/")
    return page.locator(".news-list a").first.get_attribute("href")


@pytest.mark.parametrize("width", [360, 1280])
@pytest.mark.parametrize("path", PAGES)
def test_the_first_view_is_light_and_still(page, base_url, complaints, article, path, width):
    page.goto("about:blank")
    page.set_viewport_size({"width": width, "height": 800})
    weights = Weights(page)
    page.goto(article if path == "article" else path, wait_until="networkidle")
    everything = sum(weights.sizes.values())
    assert everything - weights.photos <= WITHOUT_PHOTOS
    assert everything <= WITH_PHOTOS
    assert weights.of(".css") <= STYLES and weights.of(".js") <= SCRIPTS
    assert page.evaluate(SHIFTS) == 0
    assert complaints == []
