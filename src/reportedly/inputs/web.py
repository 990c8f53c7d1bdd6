"""One page of the web, fetched because a person gave its address. The only file that touches the network.

Addresses on a private network are refused unless allowed, also when a public name or a redirect leads there: the
name is looked up once, the answer checked, and the connection made to that very answer. Robots' rules are kept.
"""

import ipaddress
import socket
from collections.abc import Callable, Sequence
from contextlib import closing
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from urllib.parse import urljoin, urlsplit

import httpx
from protego import Protego

from reportedly.errors import InputError, RefusedAddress, TooLargeInput, UnreachablePage
from reportedly.inputs.kinds import media_type_of
from reportedly.inputs.limits import LIMITS, NOTHING_GIVEN, InputLimits
from reportedly.terms import Given, Page, Skipped, sha256_hex

#: Who asks, as servers see it and as robots' rules name it.
AGENT = "Reportedly"
_HEADERS = {
    "user-agent": f"{AGENT} (reads single pages a person asks for)",
    "accept": "text/html, text/plain;q=0.9",
}
_REDIRECTS = 5
#: Bytes of robots' rules that are looked at (RFC 9309 asks for at least 500 kibibytes).
_RULES_LIMIT = 512_000
_SUFFIXES = {"text/html": ".html", "application/xhtml+xml": ".html", "text/plain": ".txt"}

#: Looks up a name: the addresses it stands for.
Resolves = Callable[[str, int], Sequence[str]]


def look_up(host: str, port: int) -> list[str]:
    """The addresses of a name, as the system knows them, each once.

    Raises:
        OSError: the name is not known.
    """
    found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    return list(dict.fromkeys(str(entry[4][0]) for entry in found))


@dataclass(frozen=True, slots=True, kw_only=True)
class Manners:
    """How pages are fetched: ``timeout`` in seconds for each step; ``resolve`` looks names up."""

    allow_private: bool = False
    timeout: float = 20.0
    resolve: Resolves = look_up


def is_address(words: str) -> bool:
    """Whether the words are the address of a web page.

    >>> is_address("https://example.org/a"), is_address("news/a.html")
    (True, False)
    """
    return words.strip().lower().startswith(("http://", "https://"))


def fetch_page(
    address: str, given: Given = NOTHING_GIVEN, limits: InputLimits = LIMITS, manners: Manners = Manners()
) -> Page | Skipped:
    """The page at an address, or why there is none; ``given.url`` is where redirects ended unless it was given."""
    try:
        with httpx.Client(timeout=manners.timeout, trust_env=False) as client:
            url, kind, body = _fetch(client, address.strip(), limits.max_bytes, manners, robots=True)
        media_type = media_type_of(_name(url, kind), body)
    except InputError as error:
        return Skipped(address=address, reason=error.slug, detail=str(error))
    return Page(
        address=address, body=body, media_type=media_type, sha256=sha256_hex(body),
        given=replace(given, url=given.url or url),
        retrieved_at=datetime.now(UTC).isoformat(timespec="seconds").replace("+00:00", "Z"),
    )  # fmt: skip


def _name(url: str, kind: str) -> str:
    """A name whose ending says what the server says; else that of the address."""
    return f"page{_SUFFIXES[kind]}" if kind in _SUFFIXES else urlsplit(url).path


def _fetch(
    client: httpx.Client, url: str, limit: int, manners: Manners, *, robots: bool
) -> tuple[str, str, bytes]:
    """Where redirects ended, the media type the server names, and the bytes."""
    for _ in range(_REDIRECTS + 1):
        if robots:
            _obey(client, url, manners)
        try:
            with closing(_ask(client, url, manners)) as answer:
                if answer.is_redirect:
                    url = urljoin(url, answer.headers["location"])
                    continue
                if not answer.is_success:
                    raise UnreachablePage(
                        f"the server answered {answer.status_code} {answer.reason_phrase}".strip()
                    )
                kind = answer.headers.get("content-type", "").partition(";")[0].strip().lower()
                return url, kind, _read(answer, limit)
        except httpx.HTTPError as error:
            raise UnreachablePage(f"the page could not be fetched: {error or type(error).__name__}") from error
    raise UnreachablePage(f"more than {_REDIRECTS} redirects, one after the other")


def _ask(client: httpx.Client, url: str, manners: Manners) -> httpx.Response:
    """The answer of a server as it begins, from the one address that was checked; redirects not followed."""
    parts = httpx.URL(url)
    address = _checked_address(parts, manners)
    pinned = parts.copy_with(host=f"[{address}]" if ":" in address else address)
    request = client.build_request("GET", pinned, headers={**_HEADERS, "host": parts.netloc.decode("ascii")})
    request.extensions["sni_hostname"] = parts.host
    return client.send(request, stream=True)


def _checked_address(url: httpx.URL, manners: Manners) -> str:
    """The first address of a host, when all it has may be asked."""
    if url.scheme not in ("http", "https") or not url.host:
        raise RefusedAddress("only addresses that begin with http:// or https:// are fetched")
    if url.userinfo:
        raise RefusedAddress("an address with a name and password in it is not fetched")
    port = url.port or (443 if url.scheme == "https" else 80)
    try:
        found = manners.resolve(url.host, port)
    except (OSError, UnicodeError) as error:
        raise UnreachablePage(f"there is no server {url.host}, or no network") from error
    private = [address for address in found if is_private(address)]
    if private and not manners.allow_private:
        raise RefusedAddress(f"{url.host} is on a private network ({private[0]}), which is not fetched from")
    return found[0]


def is_private(address: str) -> bool:
    """Whether an address is not one of the open internet.

    >>> [is_private(each) for each in ("93.184.215.14", "10.0.0.7", "fe80::1%eth0", "::ffff:127.0.0.1")]
    [False, True, True, True]
    """
    found = ipaddress.ip_address(address.partition("%")[0])
    inner = found.ipv4_mapped if isinstance(found, ipaddress.IPv6Address) else None
    return not (inner or found).is_global


def _read(answer: httpx.Response, limit: int) -> bytes:
    parts, size = [], 0
    for part in answer.iter_bytes(65_536):
        size += len(part)
        if size > limit:
            raise TooLargeInput(f"over the limit of {limit:,} bytes")
        parts.append(part)
    return b"".join(parts)


def _obey(client: httpx.Client, url: str, manners: Manners) -> None:
    """Refuse what the site asks programs not to fetch; a site without rules allows all."""
    rules_at = urljoin(url, "/robots.txt")
    try:
        _, _, body = _fetch(client, rules_at, _RULES_LIMIT, manners, robots=False)
    except RefusedAddress:
        raise
    except InputError:
        return
    if not Protego.parse(body.decode("utf-8", "replace")).can_fetch(url, AGENT):
        raise RefusedAddress("the site asks programs not to fetch this page: save it from your browser instead")
