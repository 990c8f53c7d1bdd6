"""What all tables of a ledger share: one set of tables, and columns that say what they hold."""

import math
from decimal import Decimal
from typing import Any

from sqlalchemy import Column, Dialect, ForeignKey, MetaData, Numeric, Text
from sqlalchemy.types import TypeDecorator

METADATA = MetaData()

#: Words, compared and ordered by their code points in both databases, whatever the language of the server.
WORDS = Text().with_variant(Text(collation="C"), "postgresql")


class Number(TypeDecorator[float]):
    """A number that comes back as it went in: whole ones whole, fractions to the last digit.

    SQLite keeps both in one column by itself; PostgreSQL does in ``numeric``, given the digits.
    """

    impl = Numeric
    cache_ok = True

    def __init__(self) -> None:
        super().__init__(asdecimal=True)

    def load_dialect_impl(self, dialect: Dialect) -> Any:
        """The column's own type: SQLite needs no turning into decimal numbers and back."""
        plain: Any = Numeric(asdecimal=False) if dialect.name == "sqlite" else Numeric(asdecimal=True)
        return dialect.type_descriptor(plain)

    def process_bind_param(self, value: float | None, dialect: Dialect) -> Any:
        """The number as the driver takes it."""
        return value if value is None or dialect.name == "sqlite" else Decimal(repr(value))

    def process_result_value(self, value: Any, dialect: Dialect) -> Any:
        """The number as it went in."""
        if not isinstance(value, Decimal):
            return value
        return int(value) if _is_whole(value) else float(value)


NUMBER = Number()


def column(
    name: str,
    kind: Any,
    meaning: str,
    *rest: ForeignKey,
    key: bool = False,
    null: bool = False,
    words: bool = False,
) -> Column[Any]:
    """A column; ``meaning`` is its comment, its row of the table ``about`` and its line in docs/ledger.md.

    ``words``: it holds words of a report or a name, which can be forgotten; a seal covers only their hash. Once
    rows are sealed this cannot change.
    """
    kind = WORDS if kind is Text else kind
    return Column(name, kind, *rest, primary_key=key, nullable=null, comment=meaning, info={"words": words})


def whole(value: float) -> float | int:
    """A number without a fraction as a whole number, where 64 bits hold it: as SQLite keeps it.

    >>> whole(61.0), whole(0.5), whole(1e300)
    (61, 0.5, 1e+300)
    """
    if isinstance(value, float) and math.isfinite(value) and value.is_integer() and abs(value) < 2**63:
        return int(value)
    return value


def _is_whole(value: Decimal) -> bool:
    return value.is_finite() and value == value.to_integral_value() and abs(value) < 2**63
