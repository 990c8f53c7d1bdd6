"""One file a page; each has a ``router``."""

from reportedly.views.web.pages import about, paste, report, reports, token

ROUTERS = (token.router, reports.router, report.router, paste.router, about.router)
