"""Page models: what a reader sees, every line with the spans it rests on."""
