"""One file a page; each has a ``router``."""

from reportedly.views.web.pages import (
    about,
    api,
    draft,
    feeds,
    findings,
    history,
    incidents,
    judging,
    overview,
    paste,
    report,
    reports,
    review,
    search,
    series,
    speakers,
    stories,
    token,
    trackers,
)

_PAGES = (
    token, overview, series, feeds, stories, findings, reports, report, paste, draft, review, judging, incidents,
    speakers, trackers, search, history, about, api,
)  # fmt: skip
ROUTERS = tuple(page.router for page in _PAGES)
