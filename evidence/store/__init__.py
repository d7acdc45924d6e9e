"""Files in and out."""

from evidence.store.load import load
from evidence.store.save import canonical_files, misformatted, save
from evidence.store.shipped import shipped
from evidence.store.texts import article_texts, sources_folder

__all__ = ["article_texts", "canonical_files", "load", "misformatted", "save", "shipped", "sources_folder"]
