"""`python -m evidence.schemas` writes the schemas anew from the code."""

import json
from pathlib import Path

from evidence.schemas import COMMANDS, current

for command in COMMANDS:
    path = Path(__file__).with_name(f"{command}.schema.json")
    path.write_text(json.dumps(current(command), indent=2, ensure_ascii=False) + "\n", encoding="utf-8")
