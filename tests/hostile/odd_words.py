"""What the command lines of `command_lines.py` are made of: texts, numbers, queries, expressions, environments."""

# fmt: off
from __future__ import annotations

STREAMS = ("pipe", "pipe", "pipe", "terminal", "terminal", "closed", "full", "broken")
"""What standard output is: the last is a pipe whose reader has gone."""
INPUTS = ("/dev/null", "letters/brief-1.txt", "letters/fietspont.pdf", "paths", "paths0", "noise.pdf", "closed")
"""What standard input is: a file, or closed."""
TEXTS = (
    "", " ", "wegen", "weg brug", "Van der Berg", "d66", "VVD", "gl", "2021", "2021-08-30", "tweede", "kamervragen",
    "\udcff", "weg\udcff", "\x1b]0;x\x07", "\x9b31m\u202e", "a\nb", "é" * 300, "x" * 5000, "-", "--", "'", '"', "\\",
    "9" * 20, "9" * 5000, "-1", "0", "1", "3-5", "5-3", "1,2,4-6", "½", "²", "1e9", "0x10", "NaN", "{}", "$HOME", "*",
)
NUMBERS = ("0", "1", "2", "3-5", "-1", "99999999", "9" * 20, "9" * 5000, "1.5", "٣")
QUERIES = (
    "(" * 300 + "a" + ")" * 300, "a" + " NOT b" * 800, "a" + " AND (b OR c" * 25 + ")" * 25, "NEAR(a b, 99999999999)",
    '"', '"a', "(", ")", "AND", "a AND", "NOT a", "OR OR", "NEAR(", "NEAR()", "a*", "*", "*a", '"a b"*', "a,b", "=a",
    "word " * 3000, "NEAR(" + "a " * 500 + ")", '"' + "a " * 1500 + '"', "wegen NOT bruggen", "^wegen", "question:a",
)
PATTERNS = (
    "(a+)+$", r"(\w+\s?)+$", ".*.*.*.*=", "(", "[", "(" * 4000, "a{99999999999}", "(?P<a>x)(?P<a>y)", "[[a]", r"\udcff",
    "(?i)WEGEN", "", ".", "x*", r"\b", "^", "$", r"(\w)\1", "(?<=a+)b", "(?:wegen|(?:bruggen|" * 100 + "a" + "))" * 100,
    "(?a)", "(?u:é)", r"\N{DIGIT ONE}", r"\x00", "[\x01-\U0010ffff]" * 50, "a|" * 5000, "(?#", "wegen|bruggen", "-x",
)
ENVIRONMENTS: tuple[dict[str, str | None], ...] = (
    {}, {}, {}, {"LC_ALL": "C"}, {"PYTHONIOENCODING": "ascii"}, {"COLUMNS": "²", "LINES": "x"}, {"COLUMNS": "1"},
    {"COLUMNS": "9" * 30}, {"PAGER": "'"}, {"PAGER": "false"}, {"PAGER": "./market.txt"}, {"PAGER": "cat"},
    {"KAMERBRIEF_CACHE": "/dev/null"}, {"KAMERBRIEF_CACHE": "market.txt"}, {"KAMERBRIEF_CACHE": "readonly"},
    {"HOME": None}, {"HOME": "/dev/null"}, {"FORCE_COLOR": "1"}, {"TERM": "dumb"}, {"TERM": "\udcff"},
    {"NO_COLOR": "1"}, {"KAMERBRIEF_LIBRARY": None}, {"KAMERBRIEF_LIBRARY": "\udcff"},
    {"KAMERBRIEF_LIBRARY": "~nobody-of-that-name/x"},
)
"""Variables to set, or with None to remove."""
OUTPUTS = ("out/", "out/new", "/dev/full", "/dev/stdout", "-", "letters", "closed/x", "readonly/x")
