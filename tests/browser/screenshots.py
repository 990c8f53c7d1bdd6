"""Every page at four widths, light and dark, as pictures to be looked at.

python -m tests.browser.screenshots FOLDER [ADDRESS]        ADDRESS: of a running “reportedly serve”
"""

import sys
from pathlib import Path

from playwright.sync_api import Browser

from tests.browser.chromium import open_chromium

WIDTHS = (390, 768, 1280, 1920)
SCHEMES = ("light", "dark")


def take_pictures(browser: Browser, address: str, folder: Path, paths: dict[str, str]) -> list[str]:
    """Pictures of the pages; what the browser complained of while it made them."""
    folder.mkdir(parents=True, exist_ok=True)
    complaints: list[str] = []
    for scheme in SCHEMES:
        for width in WIDTHS:
            complaints += _take(browser, address, folder, paths, scheme, width)
    return complaints


def _take(
    browser: Browser, address: str, folder: Path, paths: dict[str, str], scheme: str, width: int
) -> list[str]:
    complaints: list[str] = []
    context = browser.new_context(viewport={"width": width, "height": 1000}, color_scheme=scheme)
    page = context.new_page()
    page.on("console", lambda said: complaints.append(said.text) if said.type in ("error", "warning") else None)
    page.on("pageerror", lambda error: complaints.append(str(error)))
    for name, path in paths.items():
        page.goto(address + path, wait_until="networkidle")
        if page.evaluate("document.documentElement.scrollWidth > innerWidth"):
            complaints.append(f"{name} is wider than {width} px")
        page.screenshot(path=folder / f"{name}-{width}-{scheme}.png", full_page=True)
    context.close()
    return complaints


def find_paths(browser: Browser, address: str) -> dict[str, str]:
    """A page of every kind, found by following the links of the lists."""
    found = {
        "overview": "/", "stories": "/stories", "findings": "/findings", "reports": "/reports",
        "review": "/review", "draft": "/draft", "paste": "/paste", "about": "/about", "incidents": "/incidents",
        "speakers": "/speakers", "trackers": "/trackers", "search": "/search?words=collapse",
    }  # fmt: skip
    page = browser.new_page()
    for name, start in (("series", "/"), ("story", "/stories"), ("report", "/reports"), ("speaker", "/speakers")):
        page.goto(address + start)
        kind = {"story": "stories", "series": "series"}.get(name, f"{name}s")
        link = page.locator(f"main a[href^='/{kind}/']").first
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
