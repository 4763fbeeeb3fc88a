//! Names of pages: the part of the paper a page begins, or goes on with. Deliberately absent: numbers of pages and words
//! of their own; a page is called what the paper calls its part.

use typst::foundations::{NativeElement, Selector};
use typst::introspection::Introspector;
use typst::model::HeadingElem;
use typst_layout::PagedDocument;

use super::{Block, Paper};

/// A name for each page: of a plate whom it names, else the first part begun on it, else the one that goes on.
pub(super) fn titles(document: &PagedDocument, paper: &Paper) -> Vec<String> {
    let pages = document.pages().len();
    let blocks = paper.sections.iter().flat_map(|one| &one.blocks);
    let plates = blocks.filter_map(|one| if let Block::Plate(plate) = one { Some(plate.name.words()) } else { None });
    let plates: Vec<String> = plates.collect();
    if plates.len() == pages {
        return plates;
    }
    // The first and the last part begun on each page.
    let mut begun: Vec<Option<(String, String)>> = vec![None; pages];
    let introspector = document.introspector();
    for heading in introspector.query(&Selector::Elem(HeadingElem::ELEM, None)) {
        let page = heading.location().and_then(|at| introspector.page(at)).map(|number| number.get() - 1);
        let Some(own) = page.and_then(|page| begun.get_mut(page)) else { continue };
        // Without its number, which the text of the whole heading begins with.
        let Some(body) = heading.to_packed::<HeadingElem>().map(|one| one.body.plain_text()) else { continue };
        let title = body.to_string();
        match own {
            Some((_, last)) => *last = title,
            None => *own = Some((title.clone(), title)),
        }
    }
    let mut open = String::new();
    let named = begun.into_iter().map(|own| match own {
        Some((first, last)) => {
            open = last;
            first
        }
        None => open.clone(),
    });
    named.collect()
}
