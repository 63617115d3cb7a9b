"""One module an area: `predict(gold, pred)` reads only the inputs of a gold file, `score(gold, pred)` calls its scorer."""
