"""``reportedly extract``: JSON lines, one an input, in the order of the inputs."""

from reportedly.cli.options import (
    GazetteerPath,
    Language,
    Outlet,
    Paths,
    Published,
    Quiet,
    Url,
    Workers,
    given_of,
    refuse_one_url_for_many,
    settings_with,
)


def extract_reports(
    paths: Paths,
    published: Published = None,
    outlet: Outlet = None,
    url: Url = None,
    language: Language = None,
    gazetteer: GazetteerPath = None,
    workers: Workers = None,
    quiet: Quiet = False,
) -> int:
    """Read reports and print what they say: one JSON object a line, one line an input.

    An input that cannot be used is a line too, with the reason. The format is described in
    docs/record.md, and by "reportedly schema".

    \b
    Examples:
      reportedly extract report.txt --published 2016-01-26
      reportedly extract news/ 'more/*.html' > readings.jsonl
      curl -s https://example.org/report | reportedly extract - --url https://example.org/report
    """
    from reportedly.cli.output import note, write_json_line
    from reportedly.cli.progress import follow
    from reportedly.inputs import count_inputs, find_pages
    from reportedly.pipeline import LoadsWith, choose_workers, read_all
    from reportedly.terms import Skipped, record_line

    given = given_of(published, outlet, url, language)
    settings = settings_with(None, workers, gazetteer)
    total = count_inputs(paths)
    refuse_one_url_for_many(url, total)
    skipped = 0
    load = LoadsWith(settings.gazetteer)
    load.check()
    reads = read_all(find_pages(paths, given), choose_workers(settings.workers, total), load)
    for read in follow(reads, total, quiet=quiet):
        skipped += isinstance(read.result, Skipped)
        write_json_line(record_line(read.result))
    if skipped and not quiet:
        note(f"{skipped} of {total} inputs skipped; their lines say why")
    return 3 if skipped == total else 0
