"""Out of the ledger, never into it: charts, exports and the web page. Judging goes through the ledger's review."""
