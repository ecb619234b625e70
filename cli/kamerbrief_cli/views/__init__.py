"""Letters and hits as Rich renderables."""
