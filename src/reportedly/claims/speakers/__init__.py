"""Who the sources of a report are: mentions, chains of them, and the speakers they make."""

from reportedly.claims.speakers.resolve import resolve_speakers, speaker_at

__all__ = ["resolve_speakers", "speaker_at"]
