"""Second Source: who said what, on whose authority, and how many independent origins a claim has."""
