"""What two accounts are about, side by side: clauses, what marks them, who speaks of what and who alone does."""
