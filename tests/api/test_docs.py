"""The reference pages work without any other host."""

from __future__ import annotations

import re
from html.parser import HTMLParser

import pytest
from litestar.testing import TestClient

from api.contract.reference import FILES
from api.http.observing import ObservedApp

Client = TestClient[ObservedApp]


class References(HTMLParser):
    """Addresses a page loads something from, and whether it holds script of its own."""

    def __init__(self) -> None:
        super().__init__()
        self.loaded: list[str] = []
        self.scripts_without_address = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = dict(attrs)
        if tag in {"script", "img", "iframe", "source"}:
            self.loaded += [address for address in [given.get("src")] if address]
            self.scripts_without_address += tag == "script" and "src" not in given
        elif tag == "link":
            self.loaded += [address for address in [given.get("href")] if address]


def references(html: str) -> References:
    parser = References()
    parser.feed(html)
    return parser


def test_everything_the_page_loads_is_served_here(stateless: Client) -> None:
    found = references(stateless.get("/docs").text)
    assert len(found.loaded) >= 4
    for address in found.loaded:
        assert address.startswith("/"), address
        assert not address.startswith("//"), address
        assert stateless.get(address).status_code == 200, address


def test_the_page_holds_no_script_of_its_own(stateless: Client) -> None:
    assert references(stateless.get("/docs").text).scripts_without_address == 0


def test_a_page_that_loaded_from_elsewhere_would_be_noticed() -> None:
    found = references(
        '<script src="https://cdn.example/x.js"></script><img src="//cdn.example/y.png"><script>1</script>'
    )
    assert found.loaded == ["https://cdn.example/x.js", "//cdn.example/y.png"]
    assert found.scripts_without_address == 1


@pytest.mark.parametrize("name", [name for name, (_, kind) in FILES.items() if kind == "text/css"])
def test_style_sheets_load_nothing_from_elsewhere(stateless: Client, name: str) -> None:
    loaded = re.findall(r"url\(\s*['\"]?([^'\")]+)|@import\s+['\"]([^'\"]+)", stateless.get(f"/docs/{name}").text)
    assert all(address.startswith("data:") for pair in loaded for address in pair if address)


@pytest.mark.parametrize("path", ["/docs", *(f"/docs/{name}" for name in FILES)])
def test_the_browser_is_told_to_load_from_here_only(stateless: Client, path: str) -> None:
    policy = stateless.get(path).headers["content-security-policy"]
    assert "default-src 'self'" in policy
    assert "http" not in policy


def test_the_viewer_is_started_with_our_contract(stateless: Client) -> None:
    assert 'url: "/openapi.json"' in stateless.get("/docs/start.js").text


@pytest.mark.parametrize("name", ["page.html", "nothing.js", "..%2fapp.py", "%2e%2e/app.py"])
def test_no_other_file_is_served(stateless: Client, name: str) -> None:
    assert stateless.get(f"/docs/{name}").status_code == 404
