"""Take the pictures of the documents from the running demo: `python -m tests.pictures`.

`python -m tests.pictures guide` takes those of the editors' guide alone.
"""

import sys
import tempfile
import time
from pathlib import Path

from PIL import Image
from playwright.sync_api import sync_playwright

from tests.guide_pictures import Guide
from tests.journeys.browser import launch_arguments
from tests.running import ROOT, running_demo

PICTURES = ROOT / "docs" / "pictures"
GUIDE_PICTURES = ROOT / "docs" / "editors" / "pictures"
WIDTHS = (360, 768, 1280)
THEMES = ("light", "dark")
PAGES = {
    "front-lv": "/lv/",
    "front-en": "/en/",
    "communities-lv": "/lv/kopienas/",
    "community-tirza-lv": "/lv/kopienas/tirza/",
    "community-lejasciems-en": "/en/communities/lejasciems/",
    "standard-lv": "/lv/projekts/",
    "styleguide-lv": "/styleguide/",
    "rules-lv": "/lv/cilveki/noteikumi/",
    "sign-in-lv": "/lv/konts/ieiet/",
    "error-lv": "/lv/nav-tadas/",
}


def main(only: str = ""):
    """Take every picture anew; or those of one part: `public`, `persons` or `guide`."""
    PICTURES.mkdir(parents=True, exist_ok=True)
    begun = time.time()
    with (
        tempfile.TemporaryDirectory() as folder,
        running_demo(Path(folder)) as address,
        sync_playwright() as playwright,
    ):
        browser = playwright.chromium.launch(**launch_arguments())
        mail = Path(folder) / "var" / "mail"
        parts = {
            "public": lambda: take_public_pictures(browser, address),
            "persons": lambda: take_pictures_of_persons(browser, address),
            "guide": lambda: Guide(browser, address, mail, GUIDE_PICTURES).take(),
        }
        for name, take in parts.items():
            if only in ("", name):
                take()
        browser.close()
    for picture in (*PICTURES.glob("*.png"), *GUIDE_PICTURES.glob("*.png")):
        if picture.stat().st_mtime >= begun:
            make_small(picture)


def make_small(picture: Path):
    """Keep the picture in 128 colours, which these pages look the same in."""
    with Image.open(picture) as image:
        image.convert("RGB").quantize(128, dither=Image.Dither.NONE).save(picture, optimize=True)


def take_public_pictures(browser, address):
    """Every public page at each width, light and dark."""
    for theme in THEMES:
        for width in WIDTHS:
            context = browser.new_context(
                base_url=address,
                color_scheme=theme,
                viewport={"width": width, "height": 900},
            )
            page = context.new_page()
            for name, path in pages_with_article(page):
                page.goto(path)
                page.screenshot(path=PICTURES / f"{name}-{width}-{theme}.png", full_page=True)
            context.close()


def pages_with_article(page) -> list[tuple[str, str]]:
    """The pages to show, with one article that the community's page leads to."""
    page.goto("/lv/kopienas/tirza/")
    article = page.locator(".news-list a").first.get_attribute("href")
    return [*PAGES.items(), ("article-lv", article)]


def take_pictures_of_persons(browser, address):
    """What a person meets on the way in, and their own page; `address` is that of the demo."""
    for theme in THEMES:
        for width in (WIDTHS[0], WIDTHS[-1]):
            context = browser.new_context(
                base_url=address,
                color_scheme=theme,
                viewport={"width": width, "height": 900},
            )
            page = context.new_page()
            page.goto("/lv/konts/ieiet/")
            page.fill("input[name=email]", f"anna.{theme}.{width}@example.com")
            page.locator("button[name=by][value=code]").click()
            _keep(page, f"code-lv-{width}-{theme}")
            page.goto("/lv/konts/ieiet/?next=/lv/cilveki/mana-lapa/")
            page.get_by_role("button", name="iedzivotajs@kopa.test", exact=True).click()
            _keep(page, f"my-page-lv-{width}-{theme}")
            context.close()


def _keep(page, name):
    page.wait_for_load_state()
    page.screenshot(path=PICTURES / f"{name}.png", full_page=True)


if __name__ == "__main__":
    main(*sys.argv[1:2])
