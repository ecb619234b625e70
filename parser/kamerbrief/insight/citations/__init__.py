"""Pointers to other official documents: documents of parliament, gazettes, judgments, acts of the European Union."""
