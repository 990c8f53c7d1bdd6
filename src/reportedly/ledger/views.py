"""Views of a ledger, for this program and for anyone who opens the file in a SQLite browser.

They show the reading that holds: of each report the newest. A report once restricted stays
restricted, whatever is said of it later, since leaving out a flag must not publish a report.
"""

#: The condition by which readings that the ledger learned of later are left out.
_KNOWN = " AND n.recorded_at < :before"

_REPORTS = """
SELECT p.report_id, p.address, r.url, r.outlet, r.headline, r.published, r.published_from, r.language,
       r.claim_count, r.figure_count, r.unread_reason,
       EXISTS (SELECT 1 FROM readings o WHERE o.report_id = p.report_id AND o.restricted) AS restricted,
       r.version, r.model, r.rules, r.recorded_at, p.page_sha256, r.text_sha256, r.reading
FROM pages p JOIN readings r ON r.report_id = p.report_id
WHERE r.reading = (SELECT max(n.reading) FROM readings n WHERE n.report_id = p.report_id{known})
"""

_SPEAKER = """(SELECT coalesce(s.name, s.role, s.organisation) FROM speakers s
        WHERE s.reading = c.reading AND s.speaker_id = c.speaker LIMIT 1)"""

_SPEAKERS = """
SELECT s.speaker_id, s.name, s.role, s.organisation, s.country, s.kind, s.named,
       (SELECT count(*) FROM claims c WHERE c.reading = s.reading AND c.speaker = s.speaker_id) AS claims,
       v.report_id, v.address, v.url, v.outlet, v.headline, v.published, v.restricted, s.reading, s.position
FROM {reports} v JOIN speakers s ON s.reading = v.reading
"""

_CLAIMS = f"""
SELECT c.claim_id, c.source, {_SPEAKER} AS speaker, c.cue, c.stance, c.content, c.mode, c.said, c.negated,
       c.hedges, c.verification,
       (SELECT count(*) FROM figures f WHERE f.reading = c.reading AND f.claim_id = c.claim_id) AS figures,
       c.block, c.same_as, c.confidence, v.report_id, v.address, v.url, v.outlet, v.headline, v.published,
       v.restricted, c."start", c."end", c.reading, c.position
FROM {{reports}} v JOIN claims c ON c.reading = v.reading
"""

_FIGURES = f"""
SELECT f.figure_id, f.value, f.low, f.best, f.high, f.bound, f.stated, f.measure, f.unit, f.unit_lemma,
       f.unit_class, f.nationality, f.status, f.currency, f.per, f.event, f.event_lemma, f.event_type, f.negated,
       f.modality, f.agent, f.cause, f.scope, f.subset_of, f.places, f.countries, f.occurred, f.counted_as_of,
       c.said, c.source, {_SPEAKER} AS speaker, c.cue, c.stance, f.hedges,
       coalesce(f.verification, c.verification) AS verification,
       f.exact, f.same_as, f.claim_id, f.confidence, v.report_id, v.address, v.url, v.outlet, v.headline,
       v.published, v.restricted, f."start", f."end", f.reading, f.position
FROM {{reports}} v JOIN figures f ON f.reading = v.reading
LEFT JOIN claims c ON c.reading = f.reading AND c.claim_id = f.claim_id
"""

_OF_READINGS = {"v_speakers": _SPEAKERS, "v_claims": _CLAIMS, "v_figures": _FIGURES}

#: What each view selects.
VIEWS = {
    "v_reports": _REPORTS.format(known=""),
    **{name: select.format(reports="v_reports") for name, select in _OF_READINGS.items()},
}


def select_before(view: str) -> str:
    """What a view selected when the ledger had only learned of what it did before the parameter ``:before``."""
    reports = _REPORTS.format(known=_KNOWN)
    return reports if view == "v_reports" else _OF_READINGS[view].format(reports=f"({reports})")


def append_only_triggers(table: str) -> tuple[str, str]:
    """Statements that make the file itself refuse to change or delete a row of a table."""
    refuse = "BEGIN SELECT RAISE(ABORT, 'a ledger is append-only'); END"
    return (
        f"CREATE TRIGGER {table}_no_update BEFORE UPDATE ON {table} {refuse}",
        f"CREATE TRIGGER {table}_no_delete BEFORE DELETE ON {table} {refuse}",
    )


def drop_triggers(table: str) -> tuple[str, str]:
    """Statements that undo those of :func:`append_only_triggers`, where they were run."""
    return f"DROP TRIGGER IF EXISTS {table}_no_update", f"DROP TRIGGER IF EXISTS {table}_no_delete"
