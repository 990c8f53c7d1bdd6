"""What people decide, laid over what was read: pure functions from a reading and judgements to a reading."""
