"""Articles fetched from the web; the only module that knows the HTTP client.

    fetch(url) -> checked address -> response within bounds -> api.commands.pages -> FetchedArticle

An address comes from outside, so it could point into our own network. Every host is resolved here, each of its
addresses must be public, and the connection goes to the very address that was checked: a name that resolves otherwise
a moment later changes nothing. The same holds after every redirect. Nothing from the environment is used, no proxy, no
stored credentials.
"""

from __future__ import annotations

import codecs
import datetime as dt
import ipaddress
import socket
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass

import httpx

from api.commands.pages import Page, read_page
from api.errors import ServiceError
from api.wire import MAX_URL

USER_AGENT = "variorum/0.1 (reads articles for comparison)"
PAGE_TYPES = {"text/html", "application/xhtml+xml"}
TEXT_TYPE = "text/plain"

Resolver = Callable[[str, int], Sequence[str]]
"""From a host's name and port to its IP addresses as text; raises OSError when there are none."""


class AddressRefused(ServiceError):
    """The address is not one of a public web page."""

    code = "address_refused"
    title = "The address is not fetched"
    status = 422


class FetchFailed(ServiceError):
    """The other server did not answer, or not with a page."""

    code = "fetch_failed"
    title = "The page cannot be fetched"
    status = 502


class PageTooLarge(ServiceError):
    """The page holds more than an article does."""

    code = "page_too_large"
    title = "The page is too large"
    status = 422


class NotAPage(ServiceError):
    """What lies at the address is neither a web page nor plain text."""

    code = "not_a_page"
    title = "The address is not that of a page"
    status = 422


@dataclass(frozen=True, slots=True)
class Limits:
    """`size` in bytes after decompression, `seconds` for everything, redirects included."""

    size: int = 5_000_000
    redirects: int = 5
    seconds: float = 20.0


@dataclass(frozen=True, slots=True)
class FetchedArticle:
    """An article as its page gives it. `url` is where it was found in the end; offsets count in `text`."""

    url: str
    text: str
    title: str | None
    source: str | None
    published: dt.datetime | dt.date | None


def fetch(
    url: str,
    transport: httpx.BaseTransport | None = None,
    resolve: Resolver | None = None,
    limits: Limits | None = None,
    clock: Callable[[], float] = time.monotonic,
) -> FetchedArticle:
    """The article at a public http or https address.

    `clock` counts seconds from any beginning. Raises AddressRefused, FetchFailed, PageTooLarge, NotAPage, and NoArticle
    when the page holds no article text.
    """
    bounds = limits or Limits()
    guarded = PublicOnly(transport or httpx.HTTPTransport(trust_env=False), resolve or look_up)
    deadline = clock() + bounds.seconds
    with httpx.Client(
        transport=guarded, headers={"User-Agent": USER_AGENT, "Accept": "text/html"}, trust_env=False
    ) as client:
        request = client.build_request("GET", _parsed(url), timeout=bounds.seconds)
        for _ in range(bounds.redirects + 1):
            try:
                response = client.send(request, stream=True)
                try:
                    if response.next_request is None:
                        return _article(response, _body(response, bounds, deadline, clock))
                    request = response.next_request
                finally:
                    response.close()
            except (httpx.HTTPError, httpx.InvalidURL) as error:
                raise FetchFailed(f"{request.url} cannot be fetched: {error or type(error).__name__}.") from error
            if clock() > deadline:
                raise FetchFailed(f"{url} takes longer than {bounds.seconds:g} seconds.")
    raise FetchFailed(f"{url} leads to another address more than {bounds.redirects} times.")


class PublicOnly(httpx.BaseTransport):
    """Sends requests for public hosts, and for those only, to an address it has checked."""

    def __init__(self, inner: httpx.BaseTransport, resolve: Resolver) -> None:
        self._inner = inner
        self._resolve = resolve

    def handle_request(self, request: httpx.Request) -> httpx.Response:
        """Raises AddressRefused. The host's own name stays in the Host header and in the TLS handshake."""
        host = request.url.host
        if request.url.scheme not in {"http", "https"}:
            raise AddressRefused(f"{request.url} is neither http nor https.")
        if request.url.userinfo:
            raise AddressRefused(f"The address at {host} holds a user name; give it without.")
        return self._inner.handle_request(
            httpx.Request(
                request.method,
                request.url.copy_with(host=self._public_address(request.url)),
                headers=request.headers,
                stream=request.stream,
                extensions={**request.extensions, "sni_hostname": host},
            )
        )

    def close(self) -> None:
        self._inner.close()

    def _public_address(self, url: httpx.URL) -> str:
        port = url.port or {"http": 80, "https": 443}[url.scheme]
        try:
            addresses = list(self._resolve(url.host, port))
        except (OSError, UnicodeError) as error:
            raise FetchFailed(f"{url.host} has no address. Check the spelling.") from error
        if not addresses or not all(is_public(address) for address in addresses):
            raise AddressRefused(f"{url.host} is not a public host; only pages on the open web are fetched.")
        return addresses[0]


def is_public(address: str) -> bool:
    """Whether an IP address is one of the open internet. One that carries another inside is judged by both."""
    try:
        parsed = ipaddress.ip_address(address.partition("%")[0])
    except ValueError:
        return False
    if isinstance(parsed, ipaddress.IPv6Address):
        carried = parsed.ipv4_mapped or parsed.sixtofour or (parsed.teredo[1] if parsed.teredo else None)
        if carried is None and parsed in NAT64:
            carried = ipaddress.IPv4Address(int(parsed) & 0xFFFFFFFF)
        if carried is not None:
            return is_public(str(carried))
    return parsed.is_global and not parsed.is_multicast


NAT64 = ipaddress.IPv6Network("64:ff9b::/96")


def look_up(host: str, port: int) -> Sequence[str]:
    """The addresses the operating system knows for a host."""
    return [str(entry[4][0]) for entry in socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)]


def _parsed(url: str) -> httpx.URL:
    try:
        parsed = httpx.URL(url)
    except (httpx.InvalidURL, UnicodeError) as error:
        raise AddressRefused(f"{url[:200]!r} is not an address: {error}.") from error
    if len(url) > MAX_URL or not parsed.host or parsed.scheme not in {"http", "https"}:
        raise AddressRefused(f"{url[:200]!r} is not the http or https address of a page.")
    return parsed


def _body(response: httpx.Response, limits: Limits, deadline: float, clock: Callable[[], float]) -> bytes:
    """The bytes of an answer, read no further than the limits allow."""
    if response.status_code != httpx.codes.OK:
        raise FetchFailed(f"{response.url} answers {response.status_code} {response.reason_phrase}. Check the address.")
    kind = _media_type(response)
    if kind not in PAGE_TYPES | {TEXT_TYPE}:
        raise NotAPage(f"{response.url} is {kind or 'of no declared type'}; give the address of a web page.")
    body = bytearray()
    for chunk in response.iter_bytes():
        body += chunk
        if len(body) > limits.size:
            raise PageTooLarge(f"{response.url} is larger than {limits.size:,} bytes.")
        if clock() > deadline:
            raise FetchFailed(f"{response.url} takes longer than {limits.seconds:g} seconds.")
    return bytes(body)


def _article(response: httpx.Response, body: bytes) -> FetchedArticle:
    address = str(response.url)
    content: str | bytes = body
    if response.charset_encoding and _known(response.charset_encoding):
        content = body.decode(response.charset_encoding, "replace")
    if _media_type(response) == TEXT_TYPE:
        text = content if isinstance(content, str) else content.decode("utf-8", "replace")
        page = Page(text.strip(), None, None, None)
    else:
        page = read_page(content, address)
    source = page.source or response.url.host.removeprefix("www.")
    return FetchedArticle(address, page.text, page.title, source, page.published)


def _media_type(response: httpx.Response) -> str:
    declared: str = response.headers.get("Content-Type", "")
    return declared.partition(";")[0].strip().lower()


def _known(encoding: str) -> bool:
    try:
        codecs.lookup(encoding)
    except LookupError:
        return False
    return True
