"""A coded value as a person writes it."""

from reportedly.errors import BadOption
from reportedly.ledger.judging.values import read_number, read_value
from reportedly.terms.judgement import Coded


def read_coded(
    value: str, low: str | None = None, high: str | None = None, left_out: tuple[str, ...] = ()
) -> Coded:
    """The value to be coded: one number is the best; a range is low and high; ``low`` and ``high`` stand beside.

    Raises:
        BadOption: no value, or bounds out of order.

    >>> read_coded("14"), read_coded("13-16").high
    (Coded(low=None, best=14, high=None, left_out=(), rests_on=()), 16)
    """
    found = read_value(value)
    if found["bound"] == "vague":
        raise BadOption(f"{value!r} is no number: a coded value is one, or a range such as 13-16")
    bounds = {"low": found["low"], "best": found["best"], "high": found["high"]}
    if found["bound"] == "exact":
        bounds = {"low": None, "best": found["best"], "high": None}
    for name, written in (("low", low), ("high", high)):
        if written is not None:
            try:
                bounds[name] = read_number(written)
            except ValueError as error:
                raise BadOption(f"--{name}: {written!r} is no number") from error
    try:
        return Coded(**bounds, left_out=left_out)
    except ValueError as error:
        raise BadOption(f"{value!r} with low {low or 'unset'} and high {high or 'unset'}: {error}") from error
