"""Fetching: only from public hosts, only within bounds, and only articles. Nothing here touches a network."""

from __future__ import annotations

import datetime as dt
import gzip
from collections.abc import Callable, Iterator, Sequence

import httpx
import pytest

from api.commands.fetching import (
    AddressRefused,
    FetchedArticle,
    FetchFailed,
    Limits,
    NotAPage,
    PageTooLarge,
    fetch,
    is_public,
)
from api.commands.pages import NoArticle, read_page
from api.errors import ServiceError

PUBLIC = "93.184.216.34"
FIRST = (
    "The harbour tram will not be built, the town council of Orrinmouth decided on Thursday evening after a debate "
    "that lasted for more than three hours and filled the gallery to the last seat."
)
SECOND = (
    "Nine councillors voted against the line and four in favour. The mayor, who had been its best friend when she took "
    "office, said that the money was not there and would not be there next year either."
)
PAGE = f"""<!doctype html><html lang="en"><head><title>Tram voted down | Orrin Streets</title>
<meta property="og:title" content="Tram voted down"><meta property="og:site_name" content="Orrin Streets">
<meta property="article:published_time" content="2024-03-15T08:30:00+01:00"></head>
<body><nav><a href="/">Home</a> <a href="/sport">Sport</a></nav>
<article><h1>Tram voted down</h1><p>{FIRST}</p><p>{SECOND}</p></article>
<footer>All rights reserved</footer></body></html>"""

Handler = Callable[[httpx.Request], httpx.Response]


def page(request: httpx.Request) -> httpx.Response:
    return httpx.Response(200, html=PAGE)


def public(host: str, port: int) -> Sequence[str]:
    return [PUBLIC]


def fetched(
    handler: Handler,
    url: str = "https://orrin.example/tram",
    resolve: Callable[[str, int], Sequence[str]] = public,
    limits: Limits | None = None,
) -> FetchedArticle:
    return fetch(url, httpx.MockTransport(handler), resolve, limits)


def test_an_article_comes_with_its_headline_outlet_and_moment_of_publication() -> None:
    article = fetched(page)
    assert article.title == "Tram voted down"
    assert article.source == "Orrin Streets"
    assert article.published == dt.datetime.fromisoformat("2024-03-15T08:30:00+01:00")
    assert article.url == "https://orrin.example/tram"


def test_the_text_is_its_paragraphs_without_headline_menu_and_footer() -> None:
    assert fetched(page).text == f"{FIRST}\n\n{SECOND}"


def test_the_connection_goes_to_the_address_that_was_checked_under_the_name_that_was_asked_for() -> None:
    seen: list[httpx.Request] = []

    def handler(request: httpx.Request) -> httpx.Response:
        seen.append(request)
        return page(request)

    fetched(handler)
    assert seen[0].url.host == PUBLIC
    assert seen[0].headers["Host"] == "orrin.example"
    assert seen[0].extensions["sni_hostname"] == "orrin.example"


@pytest.mark.parametrize(
    "address",
    [
        "127.0.0.1",
        "10.1.2.3",
        "172.16.0.1",
        "192.168.1.1",
        "169.254.169.254",
        "100.64.0.1",
        "0.0.0.0",  # noqa: S104  nothing is bound here
        "224.0.0.1",
        "255.255.255.255",
        "::1",
        "::",
        "fe80::1%eth0",
        "fd00::1",
        "ff02::1",
        "::ffff:127.0.0.1",
        "64:ff9b::7f00:1",
        "2002:7f00:1::",
        "no address",
    ],
)
def test_an_address_that_is_not_of_the_open_internet_is_not_public(address: str) -> None:
    assert not is_public(address)


@pytest.mark.parametrize("address", [PUBLIC, "2606:2800:220:1:248:1893:25c8:1946", "::ffff:93.184.216.34"])
def test_an_address_of_the_open_internet_is_public(address: str) -> None:
    assert is_public(address)


def test_a_host_with_one_private_address_among_public_ones_is_refused() -> None:
    with pytest.raises(AddressRefused):
        fetched(page, resolve=lambda *_: [PUBLIC, "10.0.0.1"])


@pytest.mark.parametrize(
    "url",
    [
        "ftp://orrin.example/tram",
        "file:///etc/passwd",
        "https://",
        "orrin.example/tram",
        "https://user:secret@orrin.example/",
        "https://orrin.example/\x00",
        "https://orrin.example/" + "a" * 3000,
        "http://[::1",
    ],
)
def test_what_is_no_plain_web_address_is_refused(url: str) -> None:
    with pytest.raises(AddressRefused):
        fetched(page, url=url)


def test_a_refusal_does_not_repeat_a_password() -> None:
    with pytest.raises(AddressRefused) as refused:
        fetched(page, url="https://user:secret@orrin.example/")
    assert "secret" not in refused.value.message


def test_a_redirect_is_followed_by_name() -> None:
    def handler(request: httpx.Request) -> httpx.Response:
        if request.url.path == "/old":
            return httpx.Response(301, headers={"Location": "/tram"})
        return page(request)

    assert fetched(handler, url="https://orrin.example/old").url == "https://orrin.example/tram"


def test_a_redirect_into_a_private_network_is_refused() -> None:
    def handler(request: httpx.Request) -> httpx.Response:
        return httpx.Response(302, headers={"Location": "http://inside.example/admin"})

    with pytest.raises(AddressRefused, match=r"inside\.example"):
        fetched(handler, resolve=lambda host, _: ["10.0.0.1"] if host == "inside.example" else [PUBLIC])


def test_a_name_that_changes_its_address_between_two_requests_is_checked_again() -> None:
    answers = iter([[PUBLIC], ["127.0.0.1"]])

    def handler(request: httpx.Request) -> httpx.Response:
        return httpx.Response(302, headers={"Location": "/again"})

    with pytest.raises(AddressRefused):
        fetched(handler, resolve=lambda *_: next(answers))


def test_redirects_without_end_are_given_up() -> None:
    asked: list[str] = []

    def handler(request: httpx.Request) -> httpx.Response:
        asked.append(request.url.path)
        return httpx.Response(302, headers={"Location": request.url.path + "x"})

    with pytest.raises(FetchFailed, match="more than 3 times"):
        fetched(handler, limits=Limits(redirects=3))
    assert len(asked) == 4


def test_a_page_that_never_ends_is_read_no_further_than_the_limit() -> None:
    served: list[int] = []

    def endless() -> Iterator[bytes]:
        while True:
            served.append(1000)
            yield b"x" * 1000

    def handler(request: httpx.Request) -> httpx.Response:
        return httpx.Response(200, headers={"Content-Type": "text/html"}, content=endless())

    with pytest.raises(PageTooLarge):
        fetched(handler, limits=Limits(size=10_000))
    assert sum(served) < 100_000


def test_the_limit_counts_what_compression_hides() -> None:
    def handler(request: httpx.Request) -> httpx.Response:
        headers = {"Content-Type": "text/html", "Content-Encoding": "gzip"}
        return httpx.Response(200, headers=headers, content=gzip.compress(b"x" * 100_000))

    with pytest.raises(PageTooLarge):
        fetched(handler, limits=Limits(size=10_000))


def test_time_runs_out_over_a_slow_page() -> None:
    seconds = iter(range(0, 1000, 5))

    def drops() -> Iterator[bytes]:
        while True:
            yield b"x"

    def handler(request: httpx.Request) -> httpx.Response:
        return httpx.Response(200, headers={"Content-Type": "text/html"}, content=drops())

    with pytest.raises(FetchFailed, match="longer than 20 seconds"):
        fetch("https://orrin.example/", httpx.MockTransport(handler), public, clock=lambda: float(next(seconds)))


@pytest.mark.parametrize("kind", ["application/pdf", "image/png", "application/json", ""])
def test_what_is_neither_page_nor_text_is_refused(kind: str) -> None:
    with pytest.raises(NotAPage):
        fetched(lambda _: httpx.Response(200, headers={"Content-Type": kind}, content=b"%PDF"))


@pytest.mark.parametrize("status", [403, 404, 429, 500])
def test_an_answer_that_is_no_page_is_named(status: int) -> None:
    with pytest.raises(FetchFailed, match=str(status)):
        fetched(lambda _: httpx.Response(status, html=PAGE))


def test_a_host_that_does_not_exist_is_named() -> None:
    def unknown(host: str, port: int) -> Sequence[str]:
        raise OSError("no such host")

    with pytest.raises(FetchFailed, match=r"orrin\.example has no address"):
        fetched(page, resolve=unknown)


def test_a_broken_connection_is_an_error_of_ours() -> None:
    def handler(request: httpx.Request) -> httpx.Response:
        raise httpx.ConnectError("refused", request=request)

    with pytest.raises(FetchFailed):
        fetched(handler)


def test_broken_compression_is_an_error_of_ours() -> None:
    def handler(request: httpx.Request) -> httpx.Response:
        headers = {"Content-Type": "text/html", "Content-Encoding": "gzip"}
        return httpx.Response(200, headers=headers, stream=httpx.ByteStream(b"no gzip"))

    with pytest.raises(FetchFailed):
        fetched(handler)


def test_plain_text_is_taken_as_it_is() -> None:
    article = fetched(lambda _: httpx.Response(200, text="It rained.\n"))
    assert (article.text, article.title, article.source) == ("It rained.", None, "orrin.example")


def test_the_declared_encoding_is_believed() -> None:
    def handler(request: httpx.Request) -> httpx.Response:
        body = PAGE.replace("three hours", "three\u2014or four\u2014hours").encode("windows-1252")
        return httpx.Response(200, headers={"Content-Type": "text/html; charset=windows-1252"}, content=body)

    assert "three\u2014or four\u2014hours" in fetched(handler).text


@pytest.mark.parametrize("html", ["", "<html></html>", "<html><body><script>go()</script></body></html>"])
def test_a_page_without_an_article_says_so(html: str) -> None:
    with pytest.raises(NoArticle):
        fetched(lambda _: httpx.Response(200, html=html))


MOMENT = '<meta property="article:published_time" content="2024-03-15T08:30:00+01:00">'


@pytest.mark.parametrize(
    ("declaration", "published"),
    [
        ('<meta property="article:published_time" content="2024-03-15">', dt.date(2024, 3, 15)),
        (
            '<script type="application/ld+json">{"@graph": [{"datePublished": "2024-03-15T07:30:00Z"}]}</script>',
            dt.datetime(2024, 3, 15, 7, 30, tzinfo=dt.UTC),
        ),
        ('<script type="application/ld+json">{"datePublished": </script>', None),
        ('<script type="application/ld+json">' + "[" * 100_000 + "</script>", None),
        ("", None),
    ],
    ids=["day", "linked_data", "broken_linked_data", "hostile_linked_data", "none"],
)
def test_the_date_is_the_one_the_page_declares(declaration: str, published: dt.date | None) -> None:
    assert read_page(PAGE.replace(MOMENT, declaration), "https://orrin.example/tram").published == published


def test_every_error_has_a_status_for_the_service() -> None:
    kinds: list[type[ServiceError]] = [AddressRefused, FetchFailed, NotAPage, PageTooLarge, NoArticle]
    assert all(400 <= kind.status < 600 for kind in kinds)
    assert len({kind.code for kind in kinds}) == len(kinds)
