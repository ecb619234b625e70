"""The commands, one file each: read the input, do the work, show the result."""
