"""The walk of a user: series, point, words, a missed figure added, review, undo, a draft checked."""

import re

from playwright.sync_api import Browser, Page, expect


def test_from_the_overview_to_the_words_and_back_to_a_draft(browser: Browser, address: str) -> None:
    context = browser.new_context(viewport={"width": 1280, "height": 900})
    page = context.new_page()
    complaints: list[str] = []
    asked: list[str] = []
    page.on("console", lambda said: complaints.append(said.text) if said.type == "error" else None)
    page.on("pageerror", lambda error: complaints.append(str(error)))
    page.on("request", lambda request: asked.append(request.url))
    page.goto(address + "/")
    _open_a_series(page)
    _open_the_words(page)
    _name_the_reviewer(page, address)
    _add_what_was_missed(page)
    _judge_by_keyboard(page, address)
    _check_a_draft(page, address)
    assert complaints == []
    assert [url for url in asked if not url.startswith((address, "data:"))] == []
    context.close()


def _open_a_series(page: Page) -> None:
    page.get_by_role("link", name=re.compile("killed|dead", re.IGNORECASE)).first.click()
    chart = page.locator(".chart svg")
    expect(chart).to_be_visible()
    expect(page.get_by_role("img", name=re.compile(r"\d+ figures by"))).to_be_visible()
    page.get_by_label("Rule", exact=True).select_option("ucdp-like")
    expect(page.locator("#shown")).to_contain_text("by the rule ucdp-like")
    expect(page.locator(".chart svg")).to_be_visible()  # drawn again after the part was exchanged


def _open_the_words(page: Page) -> None:
    page.locator("table.points a").first.click()
    target = page.locator(":target")
    expect(target).to_be_visible()
    expect(target).to_have_class(re.compile("figure"))
    target.hover()
    assert page.locator(".tied").count() > 1  # the words and their card are tied


def _name_the_reviewer(page: Page, address: str) -> None:
    here = page.url
    page.goto(address + "/review")
    page.get_by_label("Who judges").fill("A. Reader")
    page.get_by_role("button", name="Begin").click()
    expect(page.get_by_label("You judge as")).to_have_value("A. Reader")
    page.goto(here)


def _add_what_was_missed(page: Page) -> None:
    """Select words, press f, press Enter: two keystrokes after selecting."""
    before = page.locator("[id^=figure-f]").count()
    words = page.evaluate(
        """() => {
          const piece = [...document.querySelectorAll(".report-text p:last-of-type span:not(.figure)")]
            .find((span) => /[a-z]{4,}/.test(span.textContent));
          const found = /[a-z]{4,}/.exec(piece.textContent);
          const [node, end] = [piece.firstChild, found.index + found[0].length];
          getSelection().setBaseAndExtent(node, found.index, node, end);
          return found[0];
        }"""
    )
    expect(page.locator("#missed output")).to_have_text(words)
    page.keyboard.press("c")
    page.keyboard.press("Enter")
    expect(page.get_by_role("status")).to_contain_text("Kept")
    expect(page.locator(f".words:text-is('{words}')")).to_be_visible()
    page.keyboard.press("u")
    expect(page.locator(f".words:text-is('{words}')")).to_have_count(0)
    expect(page.locator("[id^=figure-f]")).to_have_count(before)


def _judge_by_keyboard(page: Page, address: str) -> None:
    page.goto(address + "/review")
    first = page.locator("[data-walk] > article").first
    name = first.get_attribute("id")
    page.keyboard.press("j")
    expect(first).to_be_focused()
    page.keyboard.press("a")
    expect(page.locator(f"#{name}".replace(":", r"\:"))).to_have_count(0)
    expect(page.get_by_role("status")).to_contain_text("Kept")
    page.keyboard.press("u")
    expect(page.locator(f"#{name}".replace(":", r"\:"))).to_be_visible()


def _check_a_draft(page: Page, address: str) -> None:
    page.goto(address + "/draft")
    page.get_by_label("Your text").fill(
        "Surfside collapse\n\nThe condominium collapse in Surfside, Florida, has killed 11 people, officials "
        "said, and 150 are missing."
    )
    page.get_by_label("Its date").fill("2021-07-02")
    page.get_by_role("button", name="Check").click()
    expect(page.get_by_text("Nothing of your text was kept")).to_be_visible()
    expect(page.locator(".card").filter(has_text="11").first).to_contain_text("utdated")
