"""The program ``reportedly``: its commands, and what becomes of errors."""

import os
import sys
from collections.abc import Callable
from functools import wraps
from io import TextIOWrapper
from typing import Annotated, Any

import typer

from reportedly.cli import incident, judge, track
from reportedly.cli.backup import back_up_ledger
from reportedly.cli.chart_file import write_chart
from reportedly.cli.claims import show_claims
from reportedly.cli.code import code_series_or_incident
from reportedly.cli.demo import run_demo
from reportedly.cli.encrypt import encrypt_ledger
from reportedly.cli.export import export_ledger
from reportedly.cli.extract import extract_reports
from reportedly.cli.figures import show_figures
from reportedly.cli.findings import show_findings
from reportedly.cli.forget import forget_words
from reportedly.cli.read import read_into_ledger
from reportedly.cli.rebuild import rebuild_ledger
from reportedly.cli.review import review_ledger
from reportedly.cli.schema import print_schema
from reportedly.cli.search import search_ledger
from reportedly.cli.series import show_series
from reportedly.cli.serve import serve_ledger
from reportedly.cli.show import show_report
from reportedly.cli.speakers import show_speakers
from reportedly.cli.status import show_status
from reportedly.cli.stories import show_stories
from reportedly.cli.undo import show_history, undo_judgement
from reportedly.cli.verify import verify_ledger
from reportedly.errors import ReportedlyError, UsageError

#: Exit codes, as docs/start.md has them.
FAILED, USAGE, NONE_USED, INTERRUPTED, PIPE_CLOSED = 1, 2, 3, 130, 141

EPILOG = """\
\b
Examples:
  reportedly demo
  reportedly extract report.html --published 2016-01-26
  reportedly read reports/ --ledger ledger.sqlite
  reportedly figures --event killed

\b
Exit codes: 0 done (some inputs may have been skipped, each with its reason) · 1 the program or the
ledger failed · 2 the command was wrong · 3 no input could be used · 130 stopped with Ctrl-C ·
141 whoever read the output stopped reading

Settings: REPORTEDLY_LEDGER, REPORTEDLY_WORKERS, REPORTEDLY_GAZETTEER, REPORTEDLY_REVIEWER, or a
file reportedly.toml in this folder.
"""

app = typer.Typer(
    name="reportedly",
    help="Reads news reports and keeps a ledger of who said which number.",
    epilog=EPILOG,
    no_args_is_help=True,
    add_completion=False,
    rich_markup_mode=None,  # Rich is loaded only by commands that draw, so that --help is quick
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100},
)


def run() -> None:
    """Run the program with the words of the command line; ends the process."""
    _prepare_streams()
    app()


def guarded(command: Callable[..., int]) -> Callable[..., None]:
    """A command that ends with its exit code, and with one clear message where there is an error."""

    @wraps(command)
    def guard(*words: Any, **options: Any) -> None:
        try:
            code = command(*words, **options)
            sys.stdout.flush()
        except UsageError as error:
            code = _say(error, USAGE)
        except ReportedlyError as error:
            code = _say(error, FAILED)
        except KeyboardInterrupt:
            print("stopped; what was kept stays, and the same command goes on from there", file=sys.stderr)  # noqa: T201
            code = INTERRUPTED
        except BrokenPipeError:
            # nobody reads on (“… | head”): let the last flush at exit go nowhere
            os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
            code = PIPE_CLOSED
        except OSError as error:
            code = _say(ReportedlyError(f"the system refused: {error}"), FAILED)
        except Exception as error:
            code = _own_fault(error)
        raise typer.Exit(code)

    return guard


@app.callback(invoke_without_command=True)
def show_version(
    version: Annotated[bool, typer.Option("--version", help="Print the version and stop.", is_eager=True)] = False,
) -> None:
    """Reads news reports and keeps a ledger of who said which number.

    It does not say what is true. It says who said what, each word at its place.
    """
    if version:
        from importlib.metadata import version as version_of

        typer.echo(f"reportedly {version_of('reportedly')}")
        raise typer.Exit()


app.command("extract")(guarded(extract_reports))
app.command("read")(guarded(read_into_ledger))
app.command("figures")(guarded(show_figures))
app.command("claims")(guarded(show_claims))
app.command("series")(guarded(show_series))
app.command("findings")(guarded(show_findings))
app.command("stories")(guarded(show_stories))
app.command("speakers")(guarded(show_speakers))
app.command("search")(guarded(search_ledger))
app.command("show")(guarded(show_report))
app.command("demo")(guarded(run_demo))
app.command("chart")(guarded(write_chart))
app.command("export")(guarded(export_ledger))
app.command("serve")(guarded(serve_ledger))
app.command("review")(guarded(review_ledger))
app.command("code")(guarded(code_series_or_incident))
app.command("undo")(guarded(undo_judgement))
app.command("forget")(guarded(forget_words))
app.command("encrypt")(guarded(encrypt_ledger))
app.command("history")(guarded(show_history))
for _name, _help, _commands in (
    ("judge", judge.HELP, judge.COMMANDS),
    ("incident", incident.HELP, incident.COMMANDS),
    ("track", track.HELP, track.COMMANDS),
):
    _group = typer.Typer(
        name=_name, help=_help, no_args_is_help=True, rich_markup_mode=None, pretty_exceptions_enable=False
    )
    for _command, _function in _commands.items():
        _group.command(_command)(guarded(_function))
    app.add_typer(_group)
app.command("rebuild")(guarded(rebuild_ledger))
app.command("status")(guarded(show_status))
app.command("verify")(guarded(verify_ledger))
app.command("backup")(guarded(back_up_ledger))
app.command("schema")(guarded(print_schema))


def _prepare_streams() -> None:
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper):
            # a terminal keeps its encoding; files and pipes get UTF-8 and LF on every system
            if stream.isatty():
                stream.reconfigure(errors="replace")
            else:
                stream.reconfigure(encoding="utf-8", errors="replace", newline="\n")


def _say(error: ReportedlyError, code: int) -> int:
    from reportedly.cli.output import harmless

    print(f"reportedly: {harmless(str(error))} [{error.slug}]", file=sys.stderr)  # noqa: T201
    return code


def _own_fault(error: Exception) -> int:
    from reportedly.settings import load_settings

    if load_settings().traceback:
        raise error
    _say(
        ReportedlyError(
            f"a fault of the program itself: {type(error).__name__}: {error}. Please report it with what you "
            "gave; REPORTEDLY_TRACEBACK=1 shows where it happened"
        ),
        FAILED,
    )
    return FAILED
