"""What is wrong with a page on a phone, as axe and a ruler find it."""

from axe_playwright_python.sync_playwright import Axe

RULES = {
    "runOnly": {
        "type": "tag",
        "values": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"],
    }
}
PHONE = {"width": 360, "height": 800}


def faults_of(page, address, **axe) -> list:
    """What axe finds on the page, and whether it is wider than the screen."""
    page.goto(address)
    return faults_shown(page, address, **axe)


def faults_shown(page, name, **axe) -> list:
    """The same for what the page shows now, once every colour has arrived where it goes."""
    page.evaluate("document.getAnimations().forEach((each) => each.finish())")
    violations = Axe().run(page, **{"options": RULES, **axe}).response["violations"]
    found = [(name, fault["id"], fault["nodes"][0]["html"]) for fault in violations]
    width = page.evaluate("document.scrollingElement.scrollWidth")
    return found + ([(name, "too wide", width)] if width > PHONE["width"] else [])
