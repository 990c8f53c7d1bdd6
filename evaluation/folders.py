"""Where things lie: the checkout, what it holds to measure on, and the data for building beside it."""

from pathlib import Path

CHECKOUT = Path(__file__).resolve().parents[1]
#: The stories that ship with the program.
SAMPLES = CHECKOUT / "src" / "reportedly" / "samples"
#: Stories made up for the tests of findings.
INVENTED = CHECKOUT / "tests" / "findings" / "stories"
#: Data for building, beside the checkout; not part of it.
SHARED = CHECKOUT.parent / "shared"
