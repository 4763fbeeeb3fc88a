fn main() {
    let args: Vec<String> = std::env::args().collect();
    let dir = std::path::Path::new(&args[1]);
    let mut files: Vec<(String, Vec<u8>)> = Vec::new();
    for name in ["theme.typ", "furniture.typ", "drawing.typ", "blocks.typ", "people.typ"] {
        files.push((name.into(), std::fs::read(dir.join(name)).unwrap()));
    }
    let main = std::fs::read_to_string(dir.join("main.typ")).unwrap();
    for paper in &args[2..] {
        let mut files = files.clone();
        files.push(("paper.json".into(), std::fs::read(paper).unwrap()));
        files.push(("job.json".into(), r#"{"copy":"003","copies":"008","holder":"罗绍川","printed_by":"宋嘉树","printed_at":"2026-11-20 14:32","version":"0.4","expires":null,"pad":0}"#.into()));
        let files: Vec<(&str, Vec<u8>)> = files.iter().map(|(n, b)| (n.as_str(), b.clone())).collect();
        match export::typeset(&main, &files) {
            Ok(done) => {
                println!("{paper}: {} pages {} bytes {:?}", done.pages, done.pdf.len(), done.warnings);
                std::fs::write(paper.replace(".json", ".pdf"), done.pdf).unwrap();
            }
            Err(e) => println!("{paper}: {e}"),
        }
    }
}
