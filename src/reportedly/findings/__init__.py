"""Across reports: what claims of several reports say of each other. Pure functions over terms."""

from reportedly.findings.copies import compare_reports, copied_figures, copy_keys, order_of
from reportedly.findings.identities import Suggestion, join_speakers, suggest_speakers
from reportedly.findings.likeness import Identity, compare_speakers
from reportedly.findings.meeting import story_keys
from reportedly.findings.origins import agency_of, chain_of
from reportedly.findings.stories import describe_story, same_story
from reportedly.findings.story import find_in_story
from reportedly.findings.versions import compare_versions

__all__ = [
    "Identity",
    "Suggestion",
    "agency_of",
    "chain_of",
    "compare_reports",
    "compare_speakers",
    "compare_versions",
    "copied_figures",
    "copy_keys",
    "describe_story",
    "find_in_story",
    "join_speakers",
    "order_of",
    "same_story",
    "story_keys",
    "suggest_speakers",
]
