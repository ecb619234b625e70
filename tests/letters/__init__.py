"""A maker of letters: any number gives a letter of our own, printed in some form, with what it says beside it."""
