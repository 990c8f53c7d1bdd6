"""The ledger in the browser: pages made on the server, a JSON API, feeds. FastAPI and Jinja2 live here.

options    what the server was started with
guard      hosts, tokens, forged requests, sizes, rates, headers: before any page
app        puts the parts together
templating how a page is filled in
pages/     one file a page
static/    style, script, and libraries from npm with their versions and licences in vendor/VENDORED.tsv
"""

from reportedly.views.web.app import create_app
from reportedly.views.web.options import WebOptions
from reportedly.views.web.serving import serve

__all__ = ["WebOptions", "create_app", "serve"]
