"""What several commands share: options, references, completion, output, the editor."""
