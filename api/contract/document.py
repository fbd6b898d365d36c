"""The contract: paths as the framework sees them, schemas as pydantic writes them, one text.

    routes -> Litestar's document -> schemas replaced -> tidied -> openapi.yaml

    variorum openapi --write     writes it to the checkout; without the option it is printed

The framework's own schemas lose discriminators, bounds of zero, `additionalProperties` and descriptions, so they are
replaced by pydantic's. Both must name the same components; `render` fails when they do not.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

import yaml
from litestar import Litestar
from litestar.openapi.config import OpenAPIConfig
from litestar.openapi.spec import License, Server, Tag
from litestar.routes import HTTPRoute
from pydantic import BaseModel
from pydantic.json_schema import JsonSchemaMode, models_json_schema

from api.app import RESOURCES, assemble
from api.bundled import bundled
from api.wire import Problem, RequestModel, ResponseModel

CHECKED_IN = bundled("openapi.yaml")
VERSION = "0.1.0"
"""Of the contract, by semantic versioning: a change that a generated client would notice raises it."""
REFERENCE = "#/components/schemas/{model}"
TAGS = {
    "extraction": "Read one article: who said what, and what it says in its own voice. Nothing is stored.",
    "comparison": "Compare articles about one event: where they agree and where they diverge. Nothing is stored.",
    "stories": "Stories: articles about one event, and what they show side by side.",
    "articles": "Articles that are kept, with everything read in them.",
    "sources": "The outlets that published the articles.",
    "claims": "What the articles assert, in their own voice or somebody else's.",
    "quotes": "Passages in quotation marks.",
    "speakers": "Whom the articles attribute claims to, each one speaker across all articles.",
    "decisions": "What people decided about speakers: which two are one, and which one is two.",
    "alignments": "Claims of different articles that fill the same slot.",
    "agreements": "The alignments whose members agree.",
    "divergences": "In what respects aligned claims differ.",
    "runs": "Executions of a pipeline version over named inputs, which everything derived comes from.",
}
DESCRIPTION = """\
What several sources say about one event, side by side, with the evidence. Articles go in; who said what, where two
articles state the same thing, where they agree and where they diverge come out. It does not judge what is true.

Spans are half-open `[start, end)` and count Unicode code points of the article's text: `text[start:end] == exact`.
In responses every field is present; null says that something is unknown. Every error is an `application/problem+json`
document. Enumerations are closed: a new value is a breaking change.
"""
REQUEST_ID = {
    "description": "The request's id: the caller's own `X-Request-Id`, or a new one.",
    "schema": {"type": "string", "maxLength": 128},
}
# Schemas read from what they are to what they allow; their examples and values are data and stay as they are.
KEY_ORDER = ("$ref", "description", "type", "format", "enum", "const", "anyOf", "items", "properties", "required")
VALUES = {"enum", "const", "default", "examples", "required"}
EVERY_ANSWER = {"X-Request-Id": {"$ref": "#/components/headers/RequestId"}}


def contract() -> dict[str, Any]:
    """The OpenAPI 3.1 document of every resource of /v1."""
    app = assemble(
        RESOURCES,
        openapi_config=OpenAPIConfig(
            title="Variorum",
            version=VERSION,
            description=DESCRIPTION,
            license=License(name="Apache-2.0", identifier="Apache-2.0"),
            servers=[Server(url="/")],
            tags=[Tag(name=name, description=text) for name, text in TAGS.items()],
            use_handler_docstrings=True,
            create_examples=False,
        ),
    )
    document: dict[str, Any] = json.loads(json.dumps(app.openapi_schema.to_schema()))
    schemas = component_schemas(app)
    seen = set(document["components"]["schemas"])
    if seen != set(schemas):
        raise RuntimeError(f"the framework and pydantic name components differently: {sorted(seen ^ set(schemas))}")
    document["components"] = {"headers": {"RequestId": REQUEST_ID}, "schemas": schemas}
    for _, _, operation in operations(document):
        tidy(operation)
    return {key: document[key] for key in ("openapi", "info", "servers", "tags", "paths", "components")}


def render() -> str:
    """The contract as the text of openapi.yaml."""
    return yaml.dump(contract(), Dumper=_Dumper, sort_keys=False, allow_unicode=True, width=110)


def component_schemas(app: Litestar) -> dict[str, Any]:
    """Pydantic's schemas of every model the routes use, by component name in alphabetical order."""
    wanted: list[tuple[type[BaseModel], JsonSchemaMode]] = [(Problem, "serialization")]
    for route in app.routes:
        if isinstance(route, HTTPRoute):
            for handler, _ in route.route_handler_map.values():
                signature = handler.parsed_fn_signature
                wanted += [
                    (part.annotation, "validation" if issubclass(part.annotation, RequestModel) else "serialization")
                    for field in [signature.return_type, *signature.parameters.values()]
                    for part in [field, *field.inner_types]
                    if isinstance(part.annotation, type) and issubclass(part.annotation, RequestModel | ResponseModel)
                ]
    unique = list(dict.fromkeys(wanted))
    _, definitions = models_json_schema(unique, ref_template=REFERENCE)
    return {name: clean(schema) for name, schema in sorted(definitions["$defs"].items())}


def clean(schema: Any) -> Any:
    """A schema in one order of keys, without what says nothing: titles made from names, and defaults of null."""
    if isinstance(schema, list):
        return [clean(part) for part in schema]
    if not isinstance(schema, dict):
        return schema
    kept = {key: value for key, value in schema.items() if key != "title" and (key, value) != ("default", None)}
    return {
        key: _clean_part(key, kept[key])
        for key in sorted(kept, key=lambda key: KEY_ORDER.index(key) if key in KEY_ORDER else len(KEY_ORDER))
    }


def _clean_part(key: str, value: Any) -> Any:
    if key in VALUES:
        return value
    if key == "properties":
        return {name: clean(part) for name, part in value.items()}
    if key == "anyOf":
        return [choice for part in value for choice in (part["anyOf"] if set(part) == {"anyOf"} else [clean(part)])]
    return clean(value)


def operations(document: dict[str, Any]) -> Iterator[tuple[str, str, dict[str, Any]]]:
    for path, item in document["paths"].items():
        for method, operation in item.items():
            yield path, method, operation


def tidy(operation: dict[str, Any]) -> None:
    """In place: no noise, plain types for optional parameters, the request id on every answer."""
    if not operation.get("deprecated"):
        operation.pop("deprecated", None)
    for parameter in operation.get("parameters", []):
        for default in ("deprecated", "allowEmptyValue", "allowReserved"):
            if parameter.get(default) is False:
                del parameter[default]
        parameter["schema"] = plain(clean(parameter["schema"]))
        if parameter["in"] == "path":
            parameter["description"] = f"Id of the {parameter['name'].removesuffix('_id')}."
        if "description" in parameter:
            parameter["schema"].setdefault("description", parameter["description"])
    for answer in operation["responses"].values():
        for header in answer.get("headers", {}).values():
            document_header(header)
        answer["headers"] = {**answer.get("headers", {}), **EVERY_ANSWER}
        for content in answer.get("content", {}).values():
            content["schema"] = clean(content["schema"])
    operation["responses"] = dict(sorted(operation["responses"].items()))


def document_header(header: dict[str, Any]) -> None:
    """In place: the framework describes a header that a handler sets without saying that it is a string."""
    for default in ("required", "deprecated"):
        if header.get(default) is False:
            del header[default]
    header.setdefault("schema", {"type": "string"})


def plain(schema: dict[str, Any]) -> dict[str, Any]:
    """A query parameter is absent or present, never null: "X or null" becomes X."""
    for key in ("oneOf", "anyOf"):
        if key in schema:
            rest = [part for part in schema[key] if part != {"type": "null"}]
            if len(rest) == 1:
                return {**rest[0], **{other: value for other, value in schema.items() if other != key}}
    return schema


class _Dumper(yaml.SafeDumper):
    """Long texts as blocks, and no anchors: a reader sees each part where it stands."""

    def ignore_aliases(self, _: Any) -> bool:
        return True


def _text(dumper: yaml.SafeDumper, value: str) -> yaml.ScalarNode:
    return dumper.represent_scalar("tag:yaml.org,2002:str", value, style="|" if "\n" in value else None)


_Dumper.add_representer(str, _text)
