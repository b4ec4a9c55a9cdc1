"""What does `python -m derive` do?  What `derive` does."""

from __future__ import annotations

from derive.cli import main

if __name__ == "__main__":
    main()
