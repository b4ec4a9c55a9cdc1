"""Which command does the README print under this mark?

The README's commands stand in fenced blocks after a comment, `<!-- ci: build -->`; what is printed there is what runs.

    python .ci/readme.py build
"""

import re
import sys
from pathlib import Path

text = (Path(__file__).resolve().parent.parent / "README.md").read_text(encoding="utf-8")
found = re.findall(rf"<!-- ci: {re.escape(sys.argv[1])} -->\n+```sh\n(.*?)\n```\n", text, re.DOTALL)
if len(found) != 1:
    sys.exit(f"README.md has {len(found)} blocks of commands marked {sys.argv[1]!r}, not one")
print(found[0])
