"""The map as Chromium draws it: real letters, on a small phone and on a wide page."""

import pytest

BOXES = """() => [...document.querySelectorAll(".map__links text, .map__links path")]
    .filter(each => getComputedStyle(each).display !== "none")
    .map(each => [each.parentNode.getAttribute("href") + each.tagName,
                  each.getBoundingClientRect().toJSON()])"""
FOCUSED = "() => document.activeElement.querySelector('text').textContent"
LETTER = """() => {
    const words = [...document.querySelectorAll(".map__links text")]
        .find(each => getComputedStyle(each).display !== "none");
    const map = words.ownerSVGElement;
    const scale = map.getBoundingClientRect().width / map.viewBox.baseVal.width;
    return parseFloat(getComputedStyle(words).fontSize) * scale;
}"""


def lie_on_one_another(one, other) -> bool:
    # Boxes are higher than letters, by about as much as this.
    wide = min(one["right"], other["right"]) - max(one["left"], other["left"])
    high = min(one["bottom"], other["bottom"]) - max(one["top"], other["top"])
    return wide > 1 and high > 1


@pytest.mark.parametrize("width", [320, 480, 768, 1280])
@pytest.mark.parametrize("address", ["/lv/kopienas/", "/en/communities/tirza/"])
def test_names_are_readable_and_none_lies_on_another(page, base_url, width, address):
    page.set_viewport_size({"width": width, "height": 800})
    page.goto(address)
    boxes = page.evaluate(BOXES)
    assert sum(name.endswith("text") for name, _box in boxes) == 14
    assert page.evaluate(LETTER) >= 12
    for number, (name, box) in enumerate(boxes):
        assert box["left"] >= 0
        assert box["right"] <= width
        others = boxes[number + 1 :]
        assert not [other for other, place in others if lie_on_one_another(box, place)], name


def test_the_whole_map_can_be_walked_with_the_keyboard(page, base_url):
    page.goto("/lv/kopienas/")
    page.locator(".map__links a").first.focus()
    names = []
    for _step in range(14):
        names.append(
            page.evaluate("() => document.activeElement.querySelector('text').textContent")
        )
        page.keyboard.press("Tab")
    assert len(set(names)) == 14
    assert page.evaluate("() => !document.activeElement.closest('.map')")
    page.locator('.map__links a[href$="/tirza/"]').focus()
    page.keyboard.press("Enter")
    page.wait_for_url("**/lv/kopienas/tirza/")
    assert page.locator(".map [aria-current=page]").count() == 1
