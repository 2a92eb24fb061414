"""The work of `add`: sources into drafts, drafts and typed facts into records."""
