"""The tables of a library, as numbered steps from an empty file to the newest version."""

from __future__ import annotations

APPLICATION_ID = 0x6B616D62
"""Marks an SQLite file as a library: "kamb" in ASCII."""

TABLES = """
-- The letters: `json` is the truth (zlib), all else is read from it. `text` has all passages, a line each;
-- `layout` tells of each exchange which they are.
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

-- Each exchange: its question stands in the letter's text from start to middle, its answer from there to stop.
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

-- Where letters were seen; `vanished` since when a file is not there any more.
CREATE TABLE place (
    path TEXT PRIMARY KEY,
    letter INTEGER NOT NULL REFERENCES letter ON DELETE CASCADE,
    seen TEXT NOT NULL,
    vanished TEXT
) STRICT, WITHOUT ROWID;
CREATE INDEX place_letter ON place (letter);

-- What could not be read, and why.
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
"""Words of each exchange and trigrams of each letter, both made from the letters' JSON."""

DROP_INDEXES = "DROP TABLE IF EXISTS vocabulary; DROP TABLE IF EXISTS words; DROP TABLE IF EXISTS grams;"

STEPS: tuple[str, ...] = (TABLES + INDEXES,)
"""Step n takes a file of version n to version n + 1; one that was released is never changed."""
