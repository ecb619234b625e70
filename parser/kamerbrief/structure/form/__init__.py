"""What form a letter has: its genre, and the grammar by which its blocks are told apart."""
