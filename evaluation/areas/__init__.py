"""One module an area: `predict(gold, pred)` reads the inputs of a gold file only; `score(gold, pred)` its scorer."""
