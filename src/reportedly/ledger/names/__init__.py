"""Names of people whom being named may harm: found by rules, held back from what the ledger gives out."""

from reportedly.ledger.names.finding import HeldName, find_held_names
from reportedly.ledger.names.hiding import HELD_BACK, hold_back, name_spans

__all__ = ["HELD_BACK", "HeldName", "find_held_names", "hold_back", "name_spans"]
