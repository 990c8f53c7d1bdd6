"""Every page in the browser: nothing to complain of, nothing too wide, nothing that shuts people out."""

from collections.abc import Iterator

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page

from tests.browser.screenshots import NARROW, find_paths, open_page

#: WCAG 2.2 AA and what it rests on.
_RULES = {"runOnly": {"type": "tag", "values": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]}}


@pytest.fixture(scope="module")
def paths(browser: Browser, address: str) -> dict[str, str]:
    return find_paths(browser, address)


@pytest.fixture(
    params=[(NARROW, "light"), (390, "dark"), (1280, "light"), (1280, "dark")],
    ids=["narrow-light", "phone-dark", "desk-light", "desk-dark"],
)
def page(browser: Browser, request: pytest.FixtureRequest) -> Iterator[Page]:
    width, scheme = request.param
    context = browser.new_context(viewport={"width": width, "height": 900}, color_scheme=scheme)
    yield context.new_page()
    context.close()


def test_no_page_breaks_a_rule_of_accessibility(page: Page, address: str, paths: dict[str, str]) -> None:
    broken = []
    for name, path in paths.items():
        open_page(page, address, name, path)
        found = Axe().run(page, options=_RULES).response["violations"]
        broken += [f"{name}: {each['id']}: {node['html']}"[:240] for each in found for node in each["nodes"][:2]]
    assert broken == []


def test_no_page_is_wider_than_the_screen_or_makes_the_browser_complain(
    page: Page, address: str, paths: dict[str, str]
) -> None:
    said: list[str] = []
    page.on("console", lambda each: said.append(each.text) if each.type in ("error", "warning") else None)
    page.on("pageerror", lambda error: said.append(str(error)))
    for name, path in paths.items():
        open_page(page, address, name, path)
        if page.evaluate("document.documentElement.scrollWidth > innerWidth"):
            said.append(f"{name} is wider than the screen")
        if name == "no such page":  # the browser says so, as it should
            said[:] = [each for each in said if "404" not in each]
    assert said == []


def test_every_page_can_be_read_without_scripts(browser: Browser, address: str, paths: dict[str, str]) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    for path in paths.values():
        page.goto(address + path)
        assert page.locator("main h1").count() == 1
        assert page.locator("main").inner_text().strip()
    page.goto(address + paths["series"])
    assert page.locator("table.points tbody tr").count() > 1
    context.close()


def test_the_first_link_skips_to_the_content(page: Page, address: str) -> None:
    page.goto(address + "/")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.textContent") == "Skip to the content"
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.id") == "main"


def test_the_first_view_is_small(page: Page, address: str) -> None:
    sizes: list[int] = []
    page.on("response", lambda answer: sizes.append(len(answer.body())))
    page.goto(address + "/", wait_until="networkidle")
    assert sum(sizes) < 300_000
