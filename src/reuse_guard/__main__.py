"""`python -m reuse_guard` is the same as `reuse-guard`."""

from reuse_guard.cli.main import main

main()
