//! The typesetter: shipped fonts only, memory files only, same input same bytes.

use export::{ExportError, compile_pdf, typeset};

const FACES: &str = r#"#set document(title: "t", date: datetime(year: 2026, month: 11, day: 20))
#set text(font: "Noto Sans CJK SC", fallback: false)
尉迟安 Yùchí Ān ǚ → ● ○ “引” ＡＢ #text(weight: "bold")[粗 Bold] #text(font: "Noto Serif CJK SC", weight: "bold")[宋 Serif]"#;

#[test]
fn shipped_fonts_cover_names_tones_and_marks() {
    let done = typeset(FACES, &[]).unwrap();
    assert_eq!(done.warnings, Vec::<String>::new());
    assert_eq!(done.pages, 1);
    let text = String::from_utf8_lossy(&done.pdf).into_owned();
    for face in ["NotoSansCJKsc-Regular", "NotoSansCJKsc-Bold", "NotoSerifCJKsc-Bold"] {
        assert!(text.contains(face), "{face} is not in the file");
    }
}

#[test]
fn same_input_same_bytes() {
    assert_eq!(compile_pdf(FACES, &[]).unwrap(), compile_pdf(FACES, &[]).unwrap());
}

#[test]
fn files_come_from_memory_alone() {
    let files = [("values.json", br##"{"name":"#import \"x\" <script> { MERGEFIELD }"}"##.to_vec())];
    assert!(compile_pdf(r#"#json("values.json").name"#, &files).is_ok());
    for source in [r#"#read("/etc/passwd")"#, r#"#import "@preview/cetz:0.3.0""#, r#"#read("../../etc/passwd")"#] {
        assert!(matches!(compile_pdf(source, &[]), Err(ExportError::Typeset(_))), "{source}");
    }
}

#[test]
fn there_is_no_clock() {
    let error = compile_pdf("\n#datetime.today().display()", &[]).unwrap_err();
    assert!(error.to_string().contains("main.typ:2"), "{error}");
}
