"""``reportedly rebuild``: what was found across reports, made anew."""

from reportedly.cli.options import LedgerPath, Quiet, settings_with


def rebuild_ledger(ledger: LedgerPath = None, quiet: Quiet = False) -> int:
    """Make stories, series, findings and the search index anew from what was read.

    Needed after a newer version of the program came, which may find more; after anything else the result is the
    same as before. No report is read again, and nothing of the record is touched. Broken off, "reportedly read"
    or this command again does the rest.

    \b
    Examples:
      reportedly rebuild
      reportedly rebuild --ledger floods.sqlite
    """
    from reportedly.cli.following import each_report
    from reportedly.cli.opening import open_ledger
    from reportedly.cli.output import many, write
    from reportedly.cli.progress import follow
    from reportedly.ledger import counts
    from reportedly.ledger.index import count_found
    from reportedly.pipeline.following import rebuild_index

    with open_ledger(settings_with(ledger).ledger) as opened:
        for _ in follow(each_report(rebuild_index(opened)), counts(opened).reports, quiet=quiet):
            pass
        found = count_found(opened)
    if not quiet:
        write(
            f"rebuilt  {many(found.reports, 'report')} in {many(found.stories, 'story', 'stories')}: "
            f"{many(found.series, 'series', 'series')}, {many(found.findings, 'finding')}"
        )
    return 0
