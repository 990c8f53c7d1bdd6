"""What the web page was started with: one frozen object."""

import ipaddress
import secrets
from dataclasses import dataclass, field
from pathlib import Path

#: Bytes of a request that carries no file: a form of a person's words.
FORM_LIMIT = 256_000
#: Bytes of a request with a text or file to read: the largest page the reader takes, and the form around it.
UPLOAD_LIMIT = 21_000_000


@dataclass(frozen=True, slots=True, kw_only=True)
class WebOptions:
    """``token`` is null where none is needed (only this machine can connect).

    ``include_restricted`` and ``include_names`` are the leave to show restricted reports and held-back names;
    ``reviewer`` signs what is judged in the browser; ``gazetteer`` is a user's own table of places. ``secret``
    makes the marks against forged requests; it is new at every start. ``workers`` processes make pages.
    """

    host: str = "127.0.0.1"
    port: int = 8350
    token: str | None = None
    include_restricted: bool = False
    include_names: bool = False
    reviewer: str | None = None
    gazetteer: Path | None = None
    workers: int = 0
    hosts: tuple[str, ...] = ()
    secret: str = field(default_factory=lambda: secrets.token_urlsafe(32), repr=False)


def is_loopback(host: str) -> bool:
    """Whether only programs of this machine can connect to the address.

    >>> [is_loopback(host) for host in ("127.0.0.1", "::1", "localhost", "0.0.0.0", "192.168.1.4")]
    [True, True, True, False, False]
    """
    if host == "localhost":
        return True
    try:
        return ipaddress.ip_address(host.strip("[]")).is_loopback
    except ValueError:
        return False


def allowed_hosts(options: WebOptions) -> frozenset[str]:
    """Names under which a browser may ask: a page of elsewhere that points its own name here is refused."""
    own = {options.host, "localhost", "127.0.0.1", "[::1]", "::1"} | set(options.hosts)
    return frozenset(own - {"0.0.0.0", "::"})
