"""Ties mentions to people and bodies, and statements to the chain that carried them."""
