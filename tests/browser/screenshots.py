"""Every page at four widths, light and dark, as pictures to be looked at.

python -m tests.browser.screenshots FOLDER [ADDRESS]        ADDRESS: of a running “reportedly serve”

The ledger should hold an incident and a tracker. Paper too, and at 360 pixels what is too wide is told.
"""

import sys
from pathlib import Path

from playwright.sync_api import Browser, Page

from tests.browser.chromium import open_chromium

WIDTHS = (390, 768, 1280, 1920)
SCHEMES = ("light", "dark")
#: The narrowest screen: looked at for what is too wide, no picture is taken. And a sheet of paper.
NARROW, PAPER = 360, 794
#: A text to be checked and read: right, outdated, without its bound, of a place no report tells of.
DRAFT = """At least 61 people are missing in Surfside, the mayor said. Officials confirmed 98 deaths there.

In Palu 1,234 people were killed, the disaster agency said. Police said 12 cows had drowned in Karimo.
"""


def take_pictures(browser: Browser, address: str, folder: Path, paths: dict[str, str]) -> list[str]:
    """Pictures of the pages; what the browser complained of while it made them."""
    folder.mkdir(parents=True, exist_ok=True)
    complaints: list[str] = []
    for scheme in SCHEMES:
        for width in WIDTHS:
            complaints += _take(browser, address, folder, paths, (scheme, width))
    complaints += _take(browser, address, None, paths, ("light", NARROW))
    complaints += _take(browser, address, folder, paths, ("print", PAPER))
    return complaints


def _take(
    browser: Browser, address: str, folder: Path | None, paths: dict[str, str], look: tuple[str, int]
) -> list[str]:
    """Pictures of one width in one scheme; ``print`` is a light one on paper."""
    complaints: list[str] = []
    scheme, width = look
    context = browser.new_context(
        viewport={"width": width, "height": 1000}, color_scheme="dark" if scheme == "dark" else "light"
    )
    page = context.new_page()
    page.on("console", lambda said: complaints.append(said.text) if said.type in ("error", "warning") else None)
    page.on("pageerror", lambda error: complaints.append(str(error)))
    for name, path in paths.items():
        open_page(page, address, name, path)
        page.emulate_media(media="print" if scheme == "print" else "screen")  # on paper no form can be filled in
        if page.evaluate("document.documentElement.scrollWidth > innerWidth"):
            complaints.append(f"{name} is wider than {width} px")
        if folder is not None:
            page.screenshot(path=folder / f"{name}-{width}-{scheme}.png", full_page=True)
        page.emulate_media(media="screen")
    context.close()
    return [each for each in complaints if "404" not in each]  # of the page that is not there


def open_page(page: Page, address: str, name: str, path: str) -> None:
    """Go to a page; those that answer a form are reached by filling it in."""
    page.goto(address + path, wait_until="networkidle")
    if name in ("draft checked", "text read"):
        page.locator("main textarea").fill(DRAFT)
        page.locator("main form button").last.click()
        page.wait_for_load_state("networkidle")
    if name == "review signed" and page.locator("main input[name=name]").count():
        page.locator("main input[name=name]").fill("A. Reader")
        page.locator("main form button").first.click()
        page.wait_for_load_state("networkidle")


def find_paths(browser: Browser, address: str) -> dict[str, str]:
    """A page of every kind, found by following the links of the lists."""
    found = {
        "overview": "/", "stories": "/stories", "findings": "/findings", "reports": "/reports",
        "review": "/review", "draft": "/draft", "paste": "/paste", "about": "/about", "incidents": "/incidents",
        "speakers": "/speakers", "trackers": "/trackers", "search": "/search?words=collapse",
        "nothing found": "/search?words=zebra", "no such page": "/nowhere", "draft checked": "/draft",
        "text read": "/paste", "review signed": "/review",
    }  # fmt: skip
    page = browser.new_page()
    for name, start, kind in (
        ("series", "/", "series"), ("story", "/stories", "stories"), ("report", "/reports", "reports"),
        ("speaker", "/speakers", "speakers"), ("incident", "/incidents", "incidents"),
        ("tracker", "/trackers", "trackers"), ("versions", "/findings?type=silent_change", "reports"),
    ):  # fmt: skip
        page.goto(address + start)
        link = (
            page.locator(f"main a[href^='/{kind}/']").last
            if name == "versions"
            else (page.locator(f"main a[href^='/{kind}/']").first)
        )
        if link.count():
            found[name] = link.get_attribute("href") or "/"
    page.close()
    return found


if __name__ == "__main__":
    where = sys.argv[2] if len(sys.argv) > 2 else "http://localhost:8350"
    with open_chromium() as opened:
        complaints = take_pictures(opened, where, Path(sys.argv[1]), find_paths(opened, where))
    for complaint in dict.fromkeys(complaints):
        print("complaint:", complaint)  # noqa: T201
