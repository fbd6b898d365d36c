"""`openapi.yaml` says what the code does, is valid, and is what the service hands out."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest
import yaml
from litestar.testing import TestClient
from openapi_spec_validator import OpenAPIV31SpecValidator

from api.contract.document import CHECKED_IN, clean, contract, operations, plain, render
from api.http.observing import ObservedApp

Client = TestClient[ObservedApp]


@pytest.fixture(scope="module")
def document() -> dict[str, Any]:
    return contract()


def test_the_file_is_what_the_code_says() -> None:
    assert CHECKED_IN.read_text(encoding="utf8") == render(), "run: variorum openapi --write"


def test_it_is_valid_openapi(document: dict[str, Any]) -> None:
    assert document["openapi"].startswith("3.1")
    OpenAPIV31SpecValidator(document).validate()


def test_the_service_hands_out_the_same_text(stateless: Client, document: dict[str, Any]) -> None:
    assert stateless.get("/openapi.yaml").text == CHECKED_IN.read_text(encoding="utf8")
    assert stateless.get("/openapi.json").json() == document
    assert yaml.safe_load(CHECKED_IN.read_text(encoding="utf8")) == document


def test_every_operation_has_a_name_of_its_own(document: dict[str, Any]) -> None:
    names = [operation["operationId"] for _, _, operation in operations(document)]
    assert {"extractArticle", "compareArticles"} <= set(names)
    assert len(names) == len(set(names))
    assert all(name[0].islower() and name.isalnum() for name in names)


def test_every_operation_has_one_tag_that_is_described(document: dict[str, Any]) -> None:
    described = {tag["name"] for tag in document["tags"] if tag["description"]}
    used = [operation["tags"] for _, _, operation in operations(document)]
    assert all(len(tags) == 1 for tags in used)
    assert {tags[0] for tags in used} == described


def test_every_operation_says_what_it_does(document: dict[str, Any]) -> None:
    silent = [path for path, _, operation in operations(document) if not operation.get("description")]
    assert not silent


def test_every_parameter_and_field_says_what_it_is(document: dict[str, Any]) -> None:
    """A field that is a record or a word of a closed list is described there."""
    silent = [
        f"{path} {parameter['name']}"
        for path, _, operation in operations(document)
        for parameter in operation.get("parameters", [])
        if not parameter.get("description")
    ]
    silent += [
        f"{name}.{field}"
        for name, schema in document["components"]["schemas"].items()
        for field, part in [("", schema), *schema.get("properties", {}).items()]
        if "$ref" not in part and not part.get("description")
    ]
    assert not silent


def test_every_error_of_every_operation_is_a_problem(document: dict[str, Any]) -> None:
    for path, method, operation in operations(document):
        errors = {status: answer for status, answer in operation["responses"].items() if status >= "400"}
        assert {"400", "500"} <= set(errors), f"{method} {path}"
        for answer in errors.values():
            assert answer["content"] == {
                "application/problem+json": {"schema": {"$ref": "#/components/schemas/Problem"}}
            }


def test_every_answer_names_its_request(document: dict[str, Any]) -> None:
    answers = [a for _, _, operation in operations(document) for a in operation["responses"].values()]
    assert all("X-Request-Id" in answer["headers"] for answer in answers)


def requests_in(document: dict[str, Any]) -> set[str]:
    """Names of the components that requests are made of."""
    schemas = document["components"]["schemas"]
    waiting = [
        name for _, _, operation in operations(document) for name in references(operation.get("requestBody", {}))
    ]
    found: set[str] = set()
    while waiting:
        name = waiting.pop()
        if name not in found:
            found.add(name)
            waiting += references(schemas[name])
    return found


def references(part: Any) -> list[str]:
    if isinstance(part, dict):
        own = [part["$ref"].rsplit("/", 1)[1]] if isinstance(part.get("$ref"), str) else []
        return own + [name for value in part.values() for name in references(value)]
    return [name for value in part for name in references(value)] if isinstance(part, list) else []


def test_requests_refuse_unknown_fields_and_responses_stay_open(document: dict[str, Any]) -> None:
    requests = requests_in(document)
    for name, schema in document["components"]["schemas"].items():
        if schema.get("type") == "object":
            assert schema.get("additionalProperties") is (False if name in requests else None), name


def test_requests_and_responses_share_nothing_but_enumerations(document: dict[str, Any]) -> None:
    schemas = document["components"]["schemas"]
    answers = {
        name
        for _, _, operation in operations(document)
        for answer in operation["responses"].values()
        for name in references(answer.get("content", {}))
    }
    reached = set(answers)
    while more := {name for one in reached for name in references(schemas[one])} - reached:
        reached |= more
    assert all("enum" in schemas[name] for name in reached & requests_in(document))


def test_every_field_of_a_response_is_always_there(document: dict[str, Any]) -> None:
    requests = requests_in(document)
    for name, schema in document["components"]["schemas"].items():
        if name not in requests and "properties" in schema:
            assert schema["required"] == list(schema["properties"]), name


def bounded(schema: dict[str, Any]) -> Iterator[str]:
    """What in a request's field has no bound."""
    kind = schema.get("type")
    fixed = "enum" in schema or "const" in schema or schema.get("format") in {"date", "date-time"}
    if kind == "string" and not fixed and "maxLength" not in schema:
        yield "maxLength"
    if kind == "array" and "maxItems" not in schema:
        yield "maxItems"
    if kind in {"integer", "number"} and not {"minimum", "maximum"} <= set(schema):
        yield "minimum, maximum"
    for part in [*schema.get("anyOf", []), *([schema["items"]] if "items" in schema else [])]:
        yield from bounded(part)


def test_every_string_list_and_number_of_a_request_is_bounded(document: dict[str, Any]) -> None:
    unbounded = {
        f"{name}.{field}": missing
        for name in requests_in(document)
        for field, schema in document["components"]["schemas"][name].get("properties", {}).items()
        if (missing := list(bounded(schema)))
    }
    unbounded |= {
        f"{path}?{parameter['name']}": missing
        for path, _, operation in operations(document)
        for parameter in operation.get("parameters", [])
        if parameter["in"] == "query" and (missing := list(bounded(parameter["schema"])))
    }
    assert not unbounded


def test_a_query_parameter_is_never_null(document: dict[str, Any]) -> None:
    for path, _, operation in operations(document):
        for parameter in operation.get("parameters", []):
            assert "null" not in str(parameter["schema"]), f"{path} {parameter['name']}"


def test_no_default_is_null(document: dict[str, Any]) -> None:
    assert "default: null" not in render()


def test_enumerations_are_named_and_described_as_closed(document: dict[str, Any]) -> None:
    enums = {name: schema for name, schema in document["components"]["schemas"].items() if "enum" in schema}
    assert {"AttributionKind", "DivergenceKind", "Grade"} <= set(enums)
    assert all("closed list" in schema["description"] for schema in enums.values())


def test_the_examples_are_accepted(client: Client, document: dict[str, Any]) -> None:
    for path, method, operation in operations(document):
        for name in references(operation.get("requestBody", {})):
            for example in document["components"]["schemas"][name].get("examples", []):
                assert client.request(method, path, json=example).status_code < 300, f"{path}: {example}"


def test_what_says_nothing_is_left_out_and_data_is_kept() -> None:
    schema = {"title": "X", "default": None, "type": "object", "properties": {"title": {"title": "T"}}}
    assert clean(schema) == {"type": "object", "properties": {"title": {}}}
    assert clean({"examples": [{"title": "T"}], "enum": ["a"]})["examples"] == [{"title": "T"}]


def test_a_choice_within_a_choice_is_one_choice() -> None:
    inner = {"anyOf": [{"type": "string"}, {"type": "integer"}]}
    assert clean({"anyOf": [inner, {"type": "null"}]}) == {
        "anyOf": [{"type": "string"}, {"type": "integer"}, {"type": "null"}]
    }


def test_an_optional_parameter_loses_its_null() -> None:
    assert plain({"oneOf": [{"type": "integer", "maximum": 9}, {"type": "null"}], "description": "D"}) == {
        "type": "integer",
        "maximum": 9,
        "description": "D",
    }
