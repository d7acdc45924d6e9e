"""The dashboard: one page a file, `parts` for shared drawing; pages ask for ready answers and compute no evidence."""
