"""The work of `import`: inputs into items, items into records."""
