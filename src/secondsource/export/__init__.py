"""Writes records out in the formats that other programs read."""
