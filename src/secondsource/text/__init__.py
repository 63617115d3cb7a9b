"""Pure functions on strings: sentences, quotations, dates, quantities, shingles, names."""
