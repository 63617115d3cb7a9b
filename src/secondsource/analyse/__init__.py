"""Linguistic analysis of one document: sentences, tokens, quotations, names."""
