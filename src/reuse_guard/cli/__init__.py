"""The command line: the edge that reads arguments and files and writes reports."""
