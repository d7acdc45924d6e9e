"""Curation: what the registries say, joined with what a library holds."""
