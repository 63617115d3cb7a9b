"""Makes the encoder that the program ships: reads annotated corpora, trains, measures and exports it."""
