"""`python -m evidence` is `evidence`."""

import sys

from evidence.cli import main

sys.exit(main())
