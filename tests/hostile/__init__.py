"""Files made to harm, and what runs the readers on them and on any folder of files."""
