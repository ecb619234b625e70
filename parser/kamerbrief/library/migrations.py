"""The tables and indexes of a library, as numbered steps from an empty file to the newest version."""

from __future__ import annotations

APPLICATION_ID = 0x6B616D62
"""The number in an SQLite file that marks it as a library: "kamb" in ASCII."""

TABLES = """
-- The letters. `json` is the whole letter (zlib); all other columns are derived from it. `text` has all passages, one a
-- line; `layout` (MessagePack) tells which passages belong to which exchange.
CREATE TABLE letter (
    id INTEGER PRIMARY KEY,
    sha256 TEXT NOT NULL UNIQUE,
    json BLOB NOT NULL,
    parser TEXT NOT NULL,
    added TEXT NOT NULL,
    name TEXT NOT NULL,
    genre TEXT NOT NULL,
    chamber TEXT,
    date TEXT,
    subject TEXT,
    signed TEXT NOT NULL,
    pages INTEGER NOT NULL,
    exchanges INTEGER NOT NULL,
    layout BLOB NOT NULL,
    text TEXT NOT NULL
) STRICT;
CREATE INDEX letter_date ON letter (date);

-- The exchanges. In the letter's text the question runs from start to middle, the answer from middle to stop.
CREATE TABLE exchange (
    id INTEGER PRIMARY KEY,
    letter INTEGER NOT NULL REFERENCES letter ON DELETE CASCADE,
    number INTEGER NOT NULL,
    askers TEXT NOT NULL,
    members TEXT NOT NULL,
    start INTEGER NOT NULL,
    middle INTEGER NOT NULL,
    stop INTEGER NOT NULL,
    UNIQUE (letter, number)
) STRICT;
CREATE VIEW passages AS SELECT exchange.id AS id,
    substr(text, start + 1, middle - start) AS question, substr(text, middle + 1, stop - middle) AS answer
    FROM exchange JOIN letter ON letter.id = exchange.letter;

-- The paths where letters were seen. `vanished` is the time at which the file was found to be gone.
CREATE TABLE place (
    path TEXT PRIMARY KEY,
    letter INTEGER NOT NULL REFERENCES letter ON DELETE CASCADE,
    seen TEXT NOT NULL,
    vanished TEXT
) STRICT, WITHOUT ROWID;
CREATE INDEX place_letter ON place (letter);

-- The files that could not be read, and why.
CREATE TABLE failure (
    path TEXT PRIMARY KEY,
    sha256 TEXT,
    reason TEXT NOT NULL,
    parser TEXT NOT NULL,
    seen TEXT NOT NULL
) STRICT, WITHOUT ROWID;
"""

INDEXES = """
CREATE VIRTUAL TABLE words USING fts5 (
    question, answer, content = 'passages', content_rowid = 'id', tokenize = 'dutch'
);
CREATE VIRTUAL TABLE vocabulary USING fts5vocab (words, 'row');
CREATE VIRTUAL TABLE grams USING fts5 (
    text, content = '', contentless_delete = 1, detail = 'none', tokenize = 'trigram case_sensitive 1'
);
INSERT INTO words (words, rank) VALUES ('hashsize', 8388608);
INSERT INTO grams (grams, rank) VALUES ('hashsize', 8388608);
"""
"""The index of the words of each exchange and the index of the trigrams of each letter, both derived from the JSON."""

FINDINGS = """
-- What was found in the exchanges, by kind: unanswered, refers, commitments. Derived from the JSON.
CREATE TABLE finding (
    exchange INTEGER NOT NULL REFERENCES exchange ON DELETE CASCADE,
    kind TEXT NOT NULL,
    PRIMARY KEY (exchange, kind)
) STRICT, WITHOUT ROWID;
CREATE INDEX finding_kind ON finding (kind, exchange);
"""

PAGES_MAY_BE_UNKNOWN = """
PRAGMA writable_schema = ON;
UPDATE sqlite_schema SET sql = replace(sql, 'pages INTEGER NOT NULL', 'pages INTEGER') WHERE name = 'letter';
PRAGMA writable_schema = RESET;
CREATE VIEW changed AS SELECT 1;
DROP VIEW changed;
"""
"""Lets the number of pages be null; before, 0 stood for a file that shows no pages, and still does in older rows.

No row changes, so only the text of the schema is edited (sqlite.org/lang_altertable.html); the view has other processes
read it again.
"""

STEPS: tuple[str, ...] = (TABLES + INDEXES, FINDINGS, PAGES_MAY_BE_UNKNOWN)
"""The SQL that upgrades a file of version n to version n + 1. A step that was released never changes."""
OLDEST_READABLE = 1
"""The oldest version that can be read without an upgrade; an older one is upgraded before it is read."""
