"""A process that writes reports into a ledger and says of each when it is kept; to be killed, starved or raced.

python -m tests.ledger.writing_child PLACE NAME COUNT [BATCH]
"""

import sys

from reportedly.ledger import append_readings, finish_run, open_ledger, start_run
from tests.ledger.made import PRODUCED, made_page, made_reading


def main(place: str, name: str, count: str, batch: str = "1") -> int:
    """Write so many reports ``NAME-0.txt`` …, those that are there already too; one batch a transaction."""
    with open_ledger(place, create=True) as ledger:
        run = start_run(ledger, PRODUCED)
        for first in range(0, int(count), int(batch)):
            numbers = range(first, min(first + int(batch), int(count)))
            pages = [made_page(f"{name}-{number}.txt") for number in numbers]
            append_readings(ledger, [(page, made_reading(page)) for page in pages], run)
            for page in pages:
                print(page.address, flush=True)  # noqa: T201
        finish_run(ledger, run)
    return 0


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
