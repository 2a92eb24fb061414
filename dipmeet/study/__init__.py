"""What can be asked of records: where a fact stands, what changed, what a better reading would change."""
