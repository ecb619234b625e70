"""Turn letters, hits and lists into Rich renderables, plain text and JSON."""
