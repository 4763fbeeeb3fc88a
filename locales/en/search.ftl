# Search: what a hit says of itself
search-guest = guest
search-ours = ours
search-promise-due = due { $day }
search-promise-kept = kept
search-promise-withdrawn = withdrawn
search-visit = { $day } { $purpose }
