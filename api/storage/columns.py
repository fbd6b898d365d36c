"""Two column types: one word of a closed list, and frozen records as JSON. And how to query those records."""

from collections.abc import Callable
from typing import Any, get_args

import sqlalchemy as sa
from pydantic import TypeAdapter
from sqlalchemy.dialects import postgresql
from sqlalchemy.ext.compiler import compiles

JSON_COLUMN = sa.JSON(none_as_null=True).with_variant(postgresql.JSONB(none_as_null=True), "postgresql")


class Json(sa.types.TypeDecorator[Any]):
    """Records (or tuples of them, or None) of one `shape`, kept as JSON: text on SQLite, JSONB on PostgreSQL.

    What is read is rebuilt through the shape, so the order in which a database gives the keys back changes nothing.
    """

    impl = sa.JSON
    cache_ok = True

    def __init__(self, shape: Any) -> None:
        super().__init__()
        self.shape = shape
        self._adapter: TypeAdapter[Any] = TypeAdapter(shape)

    def load_dialect_impl(self, dialect: sa.Dialect) -> sa.types.TypeEngine[Any]:
        return dialect.type_descriptor(JSON_COLUMN)

    def process_bind_param(self, value: Any, dialect: sa.Dialect) -> Any:  # noqa: ARG002  signature of the base
        return None if value is None else self._adapter.dump_python(value, mode="json")

    def process_result_value(self, value: Any, dialect: sa.Dialect) -> Any:  # noqa: ARG002  signature of the base
        return None if value is None else self._adapter.validate_python(value)


def word(name: str, literal: Any) -> sa.Enum:
    """A column that holds one of the strings of a `Literal`, checked by the database under the constraint `name`.

    Not a native type: PostgreSQL would keep that after a downgrade, and could not change it inside a transaction.
    """
    return sa.Enum(*get_args(literal), name=name, native_enum=False, create_constraint=True, length=20)


class _Elements(sa.sql.functions.FunctionElement[Any]):
    """The elements of a JSON list as rows with one column `value`."""

    name = "json_elements"
    inherit_cache = True


@compiles(_Elements, "sqlite")
def _on_sqlite(element: _Elements, compiler: Any, **named: Any) -> str:
    return f"json_each({compiler.process(element.clauses, **named)})"


@compiles(_Elements, "postgresql")
def _on_postgresql(element: _Elements, compiler: Any, **named: Any) -> str:
    return f"jsonb_array_elements({compiler.process(element.clauses, **named)})"


def some_record(column: Any, condition: Callable[[Any], sa.ColumnElement[bool]]) -> sa.ColumnElement[bool]:
    """That one of the records in a `Json` column satisfies a condition on its fields."""
    records = _Elements(column).table_valued(sa.column("value", JSON_COLUMN))
    return sa.exists(sa.select(sa.literal(1)).select_from(records).where(condition(records.c.value)))
