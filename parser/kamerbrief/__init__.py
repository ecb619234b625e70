"""Letters in which the Dutch government answers parliament's written questions, as data."""

__version__ = "0.1.0"
