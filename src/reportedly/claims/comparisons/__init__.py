"""Claims of change: "doubling the figure", "up 12 percent", "from 500 to 700", "the highest since"."""

from reportedly.claims.comparisons.finding import find_comparisons, without_multiples

__all__ = ["find_comparisons", "without_multiples"]
