"""Times: expressions of time found, settled against the report's date, and tied to claims and figures."""

from reportedly.claims.times.expressions import find_times, merge_times, outside_times
from reportedly.claims.times.tie import tie_times

__all__ = ["find_times", "merge_times", "outside_times", "tie_times"]
