"""Fits the weights of the grammar and the confidence of a parse to letters whose exchanges are known."""
