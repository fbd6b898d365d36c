"""Two column types: one word of a closed list, and frozen records as JSON."""

from typing import Any, get_args

import sqlalchemy as sa
from pydantic import TypeAdapter
from sqlalchemy.dialects import postgresql

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
