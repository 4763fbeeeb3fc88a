# Words between the slides of an exported deck
slides-document = Organisation map
slides-heading = { $title } · { $part }
slides-overview = Overview
slides-count = Seats: { $n } · slide { $page }
slides-page = { $page } / { $of }
slides-back = ← Overview
slides-superior = ↑ Reports to: slide { $page }
slides-reports = ↓ Slide { $pages }
