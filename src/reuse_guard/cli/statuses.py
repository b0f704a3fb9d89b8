"""Exit statuses; 0 and 1 are what a verdict comes to."""

EXIT_MISTAKE = 2  # in what was given
EXIT_DEFECT = 3  # of ours
EXIT_INTERRUPTED = 130
