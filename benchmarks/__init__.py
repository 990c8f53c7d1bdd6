"""How fast, how much memory: one script per question."""
