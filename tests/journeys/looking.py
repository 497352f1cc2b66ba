"""What is wrong with a page on a phone, as axe and a ruler find it."""

from axe_playwright_python.sync_playwright import Axe

RULES = {
    "runOnly": {
        "type": "tag",
        "values": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"],
    }
}
# The themes are colours alone, so that no other rule can find anything anew in the second.
RULES_OF_COLOURS = {"runOnly": ["color-contrast", "link-in-text-block"]}
PHONE = {"width": 360, "height": 800}
AXE = Axe()
# Long lists of what is right are neither made nor sent.
# The bar of editors has an axe of its own, which may be at it.
ASK_AXE = """async ([context, options]) => {
    const asked = {...options, resultTypes: ["violations"]};
    for (let turn = 0; ; turn += 1) {
        try {
            return (await axe.run(context ?? document, asked)).violations;
        } catch (fault) {
            if (turn > 50 || !String(fault).includes("already running")) throw fault;
            await new Promise((done) => setTimeout(done, 200));
        }
    }
}"""


def violations(page, context=None, options=RULES) -> list[dict]:
    """What axe finds on the page as it is now, or in the part of it that the context names."""
    if not page.evaluate("'axe' in window"):
        page.evaluate(AXE.axe_script)
    return page.evaluate(ASK_AXE, [context, options])


def faults_of(page, address, **axe) -> list:
    """What axe finds on the page, and whether it is wider than the screen."""
    page.goto(address)
    return faults_shown(page, address, **axe)


def faults_shown(page, name, **axe) -> list:
    """The same for what the page shows now, once every colour has arrived where it goes."""
    page.evaluate("document.getAnimations().forEach((each) => each.finish())")
    found = [(name, fault["id"], fault["nodes"][0]["html"]) for fault in violations(page, **axe)]
    width = page.evaluate("document.scrollingElement.scrollWidth")
    return found + ([(name, "too wide", width)] if width > page.viewport_size["width"] else [])


def faults_in_both_themes(page, address, **axe) -> list:
    """What is wrong with the page in the light, and with its colours in the dark."""
    page.emulate_media(color_scheme="light")
    page.goto(address)
    return faults_shown_in_both_themes(page, address, **axe)


def faults_shown_in_both_themes(page, name, *, context=None, options=RULES) -> list:
    """The same for what the page shows now."""
    page.emulate_media(color_scheme="light")
    found = faults_shown(page, name, context=context, options=options)
    page.emulate_media(color_scheme="dark")
    colours = {**options, **RULES_OF_COLOURS}
    return found + faults_shown(page, f"{name} in the dark", context=context, options=colours)
