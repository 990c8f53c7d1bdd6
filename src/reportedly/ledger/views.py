"""Views of a ledger, for this program and for anyone who opens the file in a SQLite browser.

They show the reading that holds: of each report the newest, with what people corrected in it, marked. A report
once restricted stays restricted until a person says otherwise, since leaving out a flag must not publish a report.
"""

#: The condition by which readings that the ledger learned of later are left out.
_KNOWN = " AND n.recorded_at < :before"

#: Fields of a report that people correct.
_CORRECTED = ("url", "outlet", "headline", "published", "language")

_REPORTS = f"""
SELECT p.report_id, p.address,
       {", ".join(f"CASE WHEN k.reading IS NULL THEN r.{n} ELSE k.{n} END AS {n}" for n in _CORRECTED)},
       r.published_from, r.claim_count, r.figure_count, r.unread_reason,
       coalesce(k.restricted, EXISTS (SELECT 1 FROM readings o WHERE o.report_id = p.report_id AND o.restricted))
           AS restricted,
       r.version, r.model, r.rules, r.recorded_at, p.page_sha256, r.text_sha256, r.reading
FROM pages p JOIN readings r ON r.report_id = p.report_id
LEFT JOIN corrected_reports k ON k.reading = r.reading
WHERE r.reading = (SELECT max(n.reading) FROM readings n WHERE n.report_id = p.report_id{{known}})
"""

_SPEAKER = """(SELECT coalesce(s.name, s.role, s.organisation) FROM {table}speakers s
        WHERE s.reading = c.reading AND s.speaker_id = c.speaker LIMIT 1)"""

#: Rows of what was read stand for reports that nobody corrected, corrected rows for the others.
_UNCORRECTED = "WHERE NOT EXISTS (SELECT 1 FROM corrected_reports k WHERE k.reading = {of}.reading)"

_SPEAKERS = """
SELECT s.speaker_id, s.name, s.role, s.organisation, s.country, s.kind, s.named,
       (SELECT count(*) FROM {table}claims c WHERE c.reading = s.reading AND c.speaker = s.speaker_id) AS claims,
       {corrected} AS corrected,
       v.report_id, v.address, v.url, v.outlet, v.headline, v.published, v.restricted, s.reading, s.position
FROM {reports} v JOIN {table}speakers s ON s.reading = v.reading
"""

_CLAIMS = f"""
SELECT c.claim_id, c.source, {_SPEAKER} AS speaker, c.cue, c.stance, c.content, c.mode, c.said, c.negated,
       c.hedges, c.verification,
       (SELECT count(*) FROM {{table}}figures f WHERE f.reading = c.reading AND f.claim_id = c.claim_id)
           AS figures,
       c.block, c.same_as, c.confidence, {{corrected}} AS corrected,
       v.report_id, v.address, v.url, v.outlet, v.headline, v.published,
       v.restricted, c."start", c."end", c.reading, c.position
FROM {{reports}} v JOIN {{table}}claims c ON c.reading = v.reading
"""

_FIGURES = f"""
SELECT f.figure_id, f.value, f.low, f.best, f.high, f.bound, f.stated, f.measure, f.unit, f.unit_lemma,
       f.unit_class, f.nationality, f.status, f.currency, f.per, f.event, f.event_lemma, f.event_type, f.negated,
       f.modality, f.agent, f.cause, f.scope, f.subset_of, f.places, f.countries, f.occurred, f.counted_as_of,
       c.said, c.source, {_SPEAKER} AS speaker, c.cue, c.stance, f.hedges,
       coalesce(f.verification, c.verification) AS verification,
       f.exact, f.same_as, f.claim_id, f.confidence, {{corrected}} AS corrected,
       v.report_id, v.address, v.url, v.outlet, v.headline,
       v.published, v.restricted, f."start", f."end", f.reading, f.position
FROM {{reports}} v JOIN {{table}}figures f ON f.reading = v.reading
LEFT JOIN {{table}}claims c ON c.reading = f.reading AND c.claim_id = f.claim_id
"""

_JUDGEMENTS = """
SELECT j.recorded_at, j.who, j.action, j.kind, j.target, j.other, j.why, j.low, j.best, j.high,
       (SELECT max(u.judgement_id) FROM judgements u WHERE u.action = 'undo' AND u.target = j.judgement_id)
           AS undone_by,
       j.report_id, j.judgement_id, j.judgement
FROM judgements j
"""

_STORIES = """
SELECT s.label, s.happening, s.places, s."first", s."last", s.reports, s.restricted,
       (SELECT count(*) FROM series e WHERE e.story = s.story) AS series,
       (SELECT count(*) FROM findings f WHERE f.story = s.story) AS findings, s.story_id, s.story
FROM stories s
"""

_SERIES = """
SELECT e.label, s.label AS story, e.event, e.counted, e.place, e.scope, e.measure, e.figures, e.reports, e.outlets,
       e.origins, e.newest, e.newest_at, e.newest_source, e.revision, e.revised_at, e.disputes, e.restricted,
       s.story_id, e.series_id, e.series
FROM series e JOIN stories s ON s.story = e.story
"""

_POINTS = """
SELECT e.label AS series, p.at, p.value, p.low, p.best, p.high, p.bound, p.unit, p.speaker AS source, p.origin,
       p.said, p.published, p.outlet, p.exact, g.address, p.copy_of, p.corrected, p.restricted, p.report_id,
       p.figure_id, e.series_id, p.position
FROM points p JOIN series e ON e.series = p.series JOIN pages g ON g.report_id = p.report_id
"""

_FINDINGS = """
SELECT f.type, f.why, f.direction, f.ratio, f.reason, f.verdict, f.apparent, e.label AS series, s.label AS story,
       f.from_exact, o.address AS from_address, f.to_exact, n.address AS to_address, f.at, t.recorded_at,
       f.restricted, f.from_figure, f.to_figure, f.series_id, s.story_id, f.finding_id
FROM findings f JOIN stories s ON s.story = f.story LEFT JOIN series e ON e.series_id = f.series_id
LEFT JOIN finding_times t ON t.finding_id = f.finding_id
LEFT JOIN pages o ON o.report_id = f.from_report LEFT JOIN pages n ON n.report_id = f.to_report
"""

_OF_READINGS = {"v_speakers": (_SPEAKERS, "s"), "v_claims": (_CLAIMS, "c"), "v_figures": (_FIGURES, "f")}


def _as_left(view: str, reports: str) -> str:
    """What a view of what stands in reports selects: as it was read, or as people left it."""
    selected, of = _OF_READINGS[view]
    read = selected.format(reports=reports, table="", corrected="false") + _UNCORRECTED.format(of=of)
    left = selected.format(reports=reports, table="corrected_", corrected=f"{of}.corrected")
    return f"{read}\nUNION ALL\n{left}"


#: What each view selects.
VIEWS = {
    "v_reports": _REPORTS.format(known=""),
    **{name: _as_left(name, "v_reports") for name in _OF_READINGS},
    "v_judgements": _JUDGEMENTS,
    "v_stories": _STORIES,
    "v_series": _SERIES,
    "v_points": _POINTS,
    "v_findings": _FINDINGS,
}


def select_before(view: str) -> str:
    """What a view selected when the ledger had only learned of what it did before the parameter ``:before``.

    The corrected tables must then hold what had been judged by then (:func:`shadow_corrected`).
    """
    reports = _REPORTS.format(known=_KNOWN)
    return reports if view == "v_reports" else _as_left(view, f"({reports})")
