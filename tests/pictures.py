"""Take the pictures of `docs/pictures/` from the running demo: `python -m tests.pictures`."""

import tempfile
from pathlib import Path

from PIL import Image
from playwright.sync_api import sync_playwright

from tests.journeys.browser import launch_arguments
from tests.running import ROOT, running_demo

PICTURES = ROOT / "docs" / "pictures"
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
    "error-lv": "/lv/nav-tadas/",
}


def main():
    """Take every picture anew."""
    PICTURES.mkdir(parents=True, exist_ok=True)
    with (
        tempfile.TemporaryDirectory() as folder,
        running_demo(Path(folder)) as address,
        sync_playwright() as playwright,
    ):
        browser = playwright.chromium.launch(**launch_arguments())
        take_public_pictures(browser, address)
        take_backstage_pictures(browser, address)
        browser.close()
    for picture in PICTURES.glob("*.png"):
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


def take_backstage_pictures(browser, address):
    """What the editors' guide shows."""
    context = browser.new_context(base_url=address, viewport={"width": 1280, "height": 900})
    page = context.new_page()
    page.goto("/admin/login/?next=/admin/")
    page.get_by_role("button", name="redaktore@kopa.test", exact=True).click()
    page.wait_for_url("**/admin/")
    community = page_number(page, "/lv/kopienas/tirza/")
    english = page_number(page, "/en/communities/tirza/")
    for name, path in {
        "editor-dashboard": "/admin/",
        "editor-explorer": f"/admin/pages/{community}/",
        "editor-article": f"/admin/pages/add/communities/articlepage/{community}/",
        "editor-picture": "/admin/images/add/",
        "editor-translation": f"/admin/pages/{english}/edit/",
    }.items():
        page.goto(path)
        page.wait_for_timeout(1500)
        page.screenshot(path=PICTURES / f"{name}.png")
    context.close()


def page_number(page, path: str) -> str:
    """The number of a page in the backstage, from the bar that editors see on it."""
    html = page.request.get(path).text()
    return html.split("/admin/pages/")[1].split("/")[0]


if __name__ == "__main__":
    main()
