"""Everything can be reached and used by keyboard, enlarged, and without a style sheet."""

import pytest

PHONE = {"width": 360, "height": 740}
PAGES = ["/lv/", "/lv/kopienas/", "/lv/kopienas/tirza/", "/lv/jaunumi/", "/lv/tuvuma/"]
# Elements whose words do not fit: cut off, or wider than the window.
CUT_OFF = """[...document.querySelectorAll("body *")].filter((element) => {
  const style = getComputedStyle(element);
  if (!element.checkVisibility() || style.position === "absolute") return false;
  const isCut = style.overflowY === "hidden" && element.scrollHeight > element.clientHeight + 1;
  return isCut && element.innerText?.trim();
}).map((element) => element.innerText.slice(0, 40))"""
# How far down the page the focus is; null when it has left the page.
PLACE_OF_FOCUS = """() => {
  const focused = document.activeElement;
  return focused === document.body ? null : focused.getBoundingClientRect().top + scrollY;
}"""


def press(page, key, times=1):
    for _ in range(times):
        page.keyboard.press(key)


def focused(page):
    return page.locator(":focus")


def test_the_menu_of_a_phone_opens_and_closes_by_keyboard(page, base_url):
    page.set_viewport_size(PHONE)
    page.goto("/lv/")
    menu, button = page.locator("#menu"), page.get_by_role("button", name="Izvēlne")
    assert not menu.is_visible()
    button.focus()
    press(page, "Enter")
    assert menu.is_visible()
    press(page, "Tab")
    assert focused(page).inner_text() == "Kopienas"
    press(page, "Escape")
    assert not menu.is_visible()
    assert focused(page).inner_text().strip() == "Izvēlne"


@pytest.mark.parametrize("path", PAGES)
def test_the_order_of_the_keyboard_is_that_of_the_page(page, base_url, path):
    page.goto(path)
    seen = []
    for _ in range(60):
        press(page, "Tab")
        place = page.evaluate(PLACE_OF_FOCUS)
        if place is None:
            break
        seen.append(place)
    # Two columns stand side by side, and a map has an order of its own: mostly downwards will do.
    steps_up = sum(1 for one, next_one in zip(seen, seen[1:], strict=False) if next_one < one - 40)
    assert len(seen) > 5
    assert steps_up <= len(seen) / 3


@pytest.mark.parametrize("path", PAGES)
def test_every_focus_can_be_seen(page, base_url, path):
    page.goto(path)
    for _ in range(12):
        press(page, "Tab")
        style = "getComputedStyle(document.activeElement)"
        assert page.evaluate(f"() => {style}.outlineStyle") != "none"


@pytest.mark.parametrize("width", [320, 1280])
@pytest.mark.parametrize("path", PAGES)
def test_text_twice_as_large_fits(page, base_url, path, width):
    page.set_viewport_size({"width": width, "height": 800})
    page.goto(path)
    page.evaluate("document.documentElement.style.fontSize = '225%'")
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    assert page.evaluate(CUT_OFF) == []


def test_it_can_be_read_without_a_style_sheet(page, base_url):
    page.route("**/*.css", lambda route: route.abort())
    page.goto("/lv/kopienas/tirza/")
    words = page.locator("body").inner_text()
    order = ["Pāriet uz saturu", "Tirzas pagasts", "Jaunumi", "Fakti", "Par šo vietni"]
    assert [words.index(word) for word in order] == sorted(words.index(word) for word in order)
