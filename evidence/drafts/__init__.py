"""A draft → findings: pure, offline, the same answer every time."""
