"""Articles to store, as a caller sends them."""

from __future__ import annotations

import datetime as dt
from typing import Any

from litestar.testing import TestClient

from api.http.observing import ObservedApp

Client = TestClient[ObservedApp]
MOMENT = dt.datetime(2024, 10, 9, 12, 0, tzinfo=dt.UTC)

COURIER = {
    "source": {"name": "The Courier", "publisher": "North Press"},
    "url": "https://courier.example/bridge",
    "title": "Bridge opens",
    "published_at": "2024-10-09T08:30:00+02:00",
    "text": "The bridge cost 40 million. Halm said it would last. It opened on Tuesday.",
}
MAIL = {
    "source": {"name": "Evening Mail"},
    "url": "https://mail.example/1",
    "published_at": "2024-10-08",
    "text": "The bridge cost 45 million. It opened on Tuesday.",
}
GAZETTE = {
    "source": {"name": "Gazette"},
    "published_at": "2024-10-10",
    "text": "The bridge cost 45 million. Ruta said it was late.",
}


def counter() -> Any:
    """An id source whose ids count up."""
    given = iter(range(1, 1_000_000))
    return lambda prefix: f"{prefix}_{next(given):06d}"


def open_story(client: Client, title: str = "A bridge") -> str:
    answer = client.post("/v1/stories", json={"title": title})
    assert answer.status_code == 201, answer.text
    return str(answer.json()["id"])


def post(client: Client, article: dict[str, Any], story: str | None = None, **changes: Any) -> dict[str, Any]:
    """The stored article. Fails when it was not stored or found."""
    answer = client.post("/v1/articles", json={**article, **({"story_id": story} if story else {}), **changes})
    assert answer.status_code in {200, 201}, answer.text
    read: dict[str, Any] = answer.json()
    return read


def items(client: Client, path: str) -> list[dict[str, Any]]:
    answer = client.get(path)
    assert answer.status_code == 200, answer.text
    read: list[dict[str, Any]] = answer.json()["items"]
    return read
