"""The command `kamerbrief`: all that a person sees."""
