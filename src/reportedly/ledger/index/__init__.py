"""The index of a ledger: what was found across reports, made from the record and made anew at any time."""
