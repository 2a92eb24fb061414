"""What `check` tells a person beside the findings."""
