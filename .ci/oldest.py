"""What are the oldest versions that pyproject.toml promises to work with?  One requirement on each line."""

import re
import tomllib
from pathlib import Path

project = tomllib.loads((Path(__file__).resolve().parent.parent / "pyproject.toml").read_text(encoding="utf-8"))
for requirement in project["project"]["dependencies"]:
    print(re.sub(r">=", "==", requirement))
