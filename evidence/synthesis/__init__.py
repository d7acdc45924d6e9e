"""What the results of a claim's studies say together: pooled where they can be, side by side where they cannot.

`docs/synthesis.md` explains each part. No file here knows of tables, charts or files.
"""

from evidence.synthesis.direction import directions
from evidence.synthesis.effects import p_from_se, se_from_interval
from evidence.synthesis.hinge import links, weakest, withdrawals, without_each
from evidence.synthesis.hinge_entries import hinge_entry
from evidence.synthesis.hinge_words import hinge_words
from evidence.synthesis.overlap import overlap
from evidence.synthesis.pool_entries import pool_entry
from evidence.synthesis.pooling import Method, pool
from evidence.synthesis.pools import gather
from evidence.synthesis.scales import scales
from evidence.synthesis.small_study import egger

__all__ = [
    "Method",
    "directions",
    "egger",
    "gather",
    "hinge_entry",
    "hinge_words",
    "links",
    "overlap",
    "p_from_se",
    "pool",
    "pool_entry",
    "scales",
    "se_from_interval",
    "weakest",
    "withdrawals",
    "without_each",
]
