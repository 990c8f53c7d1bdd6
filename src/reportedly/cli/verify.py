"""``reportedly verify``: whether the ledger is as it was kept."""

from typing import Annotated

import typer

from reportedly.cli.options import LedgerPath, settings_with


def verify_ledger(
    ledger: LedgerPath = None,
    seal: Annotated[
        str | None, typer.Option(metavar="SEAL", help="A seal noted earlier, which the ledger must hold.")
    ] = None,
    as_json: Annotated[
        bool, typer.Option("--json", help="One JSON object a problem, and one for the whole.")
    ] = False,
) -> int:
    """Check that the ledger is as it was kept, and say exactly what is not.

    Every seal is walked, every text hashed again, every word read again at its place. Whoever holds the file could
    make the whole chain anew: a seal noted elsewhere (status shows the newest, exports carry it) finds that out.
    Ends with 1 when something is not as it was.

    \b
    Examples:
      reportedly verify
      reportedly verify --seal 146e06566d69671e59054dd2835188bc948bc3b22899808c843b111f54498029
    """
    from reportedly.cli.opening import open_ledger
    from reportedly.cli.output import json_line, many, one_line, write, write_json_line
    from reportedly.ledger import Verification
    from reportedly.terms import plain

    found = 0
    with open_ledger(settings_with(ledger).ledger) as opened:
        verification = Verification(opened, seal)
        for problem in verification.problems():
            found += 1
            if as_json:
                write_json_line(json_line(plain(problem)))
            else:
                write(one_line(f"{problem.what} {problem.table} {problem.key}: {problem.detail}"))
        counts = verification.counts
        if as_json:
            names = ("seals", "rows", "readings", "spans", "texts")
            whole = {"problems": found, **{name: counts[name] for name in names}, "head_seal": verification.head}
            write_json_line(json_line({"ledger": str(opened.path), **whole}))
        else:
            looked = ", ".join(
                many(counts[name], what)
                for name, what in (
                    ("seals", "seal"),
                    ("rows", "row"),
                    ("texts", "text"),
                    ("spans", "quoted place"),
                )
            )
            write(
                f"{'as kept' if not found else many(found, 'problem')}: {looked}; newest seal {verification.head}"
            )
    return 1 if found else 0
