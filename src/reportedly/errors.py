"""Every error of the program, in one tree. Each has a slug that is its anchor in docs/errors.md.

ReportedlyError
├── UsageError              usage.*    the user can mend the command
│   ├── BadOption           usage.option
│   ├── NoInput             usage.input
│   ├── BadManifest         usage.manifest
│   ├── BadGazetteer        usage.gazetteer
│   ├── UnknownWords        usage.words
│   ├── NoReviewer          usage.reviewer
│   └── MissingExtra        usage.extra
├── InputError              input.*    one input cannot be used; becomes a skip, never an end
│   ├── MissingInput        input.missing
│   ├── UnreadableInput     input.unreadable
│   ├── EmptyInput          input.empty
│   ├── BinaryInput         input.binary
│   ├── UnknownInput        input.type
│   ├── TooLargeInput       input.too_large
│   ├── RefusedAddress      input.address
│   └── UnreachablePage     input.fetch
├── ReportError             report.*   a page gives no report, or one that is not read
│   ├── NoText              report.no_text
│   ├── TooDeep             report.too_deep
│   ├── OtherLanguage       report.language
│   └── ForgottenReport     report.forgotten
├── LedgerError             ledger.*
│   ├── MissingLedger       ledger.missing
│   ├── DamagedLedger       ledger.damaged
│   ├── NewerLedger         ledger.newer
│   ├── FullDisk            ledger.full
│   ├── BusyLedger          ledger.busy
│   ├── ForbiddenLedger     ledger.forbidden
│   ├── LockedLedger        ledger.locked
│   ├── UnknownReport       ledger.report
│   ├── UnknownSeries       ledger.series
│   ├── UnknownTracker      ledger.tracker
│   ├── UnknownTarget       ledger.target
│   └── BadJudgement        ledger.judgement
├── ModelError              model.*
│   └── MissingModel        model.missing
├── WorkerError             worker.*
│   └── StoppedWorker       worker.stopped
└── ViewError               view.*
    ├── MissingCharts       view.charts
    └── UnsafeAddress       view.address
"""

from typing import ClassVar


class ReportedlyError(Exception):
    """Anything this program says went wrong; the message tells what to do."""

    slug: ClassVar[str] = "error"


class UsageError(ReportedlyError):
    """The command or its options cannot be carried out as given."""

    slug = "usage"


class BadOption(UsageError):
    """An option has a value it cannot have."""

    slug = "usage.option"


class NoInput(UsageError):
    """Nothing was given to read."""

    slug = "usage.input"


class BadManifest(UsageError):
    """A manifest cannot be read, or lacks a column."""

    slug = "usage.manifest"


class BadGazetteer(UsageError):
    """A user's own table of places cannot be read, or a line of it cannot be used."""

    slug = "usage.gazetteer"


class UnknownWords(UsageError):
    """Words that a person named are not in the report, or at several places of it."""

    slug = "usage.words"


class NoReviewer(UsageError):
    """Nobody is named who judges."""

    slug = "usage.reviewer"


class MissingExtra(UsageError):
    """What was asked for needs a part of the program that is not installed."""

    slug = "usage.extra"


class InputError(ReportedlyError):
    """One input cannot be used."""

    slug = "input"


class MissingInput(InputError):
    """There is no such file."""

    slug = "input.missing"


class UnreadableInput(InputError):
    """The file is there and cannot be opened."""

    slug = "input.unreadable"


class EmptyInput(InputError):
    """The file holds nothing, or only white space."""

    slug = "input.empty"


class BinaryInput(InputError):
    """The bytes are not text: an image, an archive, a program."""

    slug = "input.binary"


class UnknownInput(InputError):
    """A kind of file that is not read."""

    slug = "input.type"


class TooLargeInput(InputError):
    """The page is over the limit."""

    slug = "input.too_large"


class RefusedAddress(InputError):
    """An address that is not fetched: no page of the web, a private network, or against the site's wishes."""

    slug = "input.address"


class UnreachablePage(InputError):
    """The page at an address could not be fetched."""

    slug = "input.fetch"


class ReportError(ReportedlyError):
    """A page gives no report, or one that is not read."""

    slug = "report"


class NoText(ReportError):
    """No text was found in the page."""

    slug = "report.no_text"


class TooDeep(ReportError):
    """The page is nested deeper than the limit."""

    slug = "report.too_deep"


class OtherLanguage(ReportError):
    """The report is in a language that is not read; it is kept without claims."""

    slug = "report.language"


class ForgottenReport(ReportError):
    """The ledger was told to forget the report; it is not read again unasked."""

    slug = "report.forgotten"


class LedgerError(ReportedlyError):
    """The ledger cannot be used."""

    slug = "ledger"


class MissingLedger(LedgerError):
    """There is no ledger at the place given."""

    slug = "ledger.missing"


class DamagedLedger(LedgerError):
    """The file is no ledger, or a damaged one."""

    slug = "ledger.damaged"


class NewerLedger(LedgerError):
    """The ledger was written by a newer version."""

    slug = "ledger.newer"


class FullDisk(LedgerError):
    """No space is left to write."""

    slug = "ledger.full"


class BusyLedger(LedgerError):
    """Another process holds the ledger."""

    slug = "ledger.busy"


class ForbiddenLedger(LedgerError):
    """The ledger may not be opened or written here."""

    slug = "ledger.forbidden"


class LockedLedger(LedgerError):
    """The ledger is encrypted, and the passphrase is missing or another."""

    slug = "ledger.locked"


class UnknownReport(LedgerError):
    """No report of the ledger answers to the words given."""

    slug = "ledger.report"


class UnknownTarget(LedgerError):
    """No claim, figure, speaker, incident or judgement of the ledger answers to the id given, or several do."""

    slug = "ledger.target"


class BadJudgement(LedgerError):
    """What was decided does not fit what it is about."""

    slug = "ledger.judgement"


class UnknownSeries(LedgerError):
    """No series of the ledger answers to the words given, or several do."""

    slug = "ledger.series"


class UnknownTracker(LedgerError):
    """No tracker of the ledger has the name given."""

    slug = "ledger.tracker"


class ModelError(ReportedlyError):
    """The model cannot be loaded."""

    slug = "model"


class MissingModel(ModelError):
    """The model is not where the package keeps it."""

    slug = "model.missing"


class WorkerError(ReportedlyError):
    """Reading in several processes failed."""

    slug = "worker"


class StoppedWorker(WorkerError):
    """A process that reads was ended from outside, most often for want of memory."""

    slug = "worker.stopped"


class ViewError(ReportedlyError):
    """Something cannot be shown."""

    slug = "view"


class MissingCharts(ViewError):
    """What draws charts into files is not installed."""

    slug = "view.charts"


class UnsafeAddress(ViewError):
    """The web page was to be served at an address where it cannot be, or not safely."""

    slug = "view.address"
