"""Tables of words that news writing uses: cues, agencies, outlets, states, titles, markers, nouns, predicates."""
