//! Lists the catalogue files of each language, so that a new area file needs no code.

use std::{env, fs, path::Path};

fn main() {
    let root = Path::new(&env::var("CARGO_MANIFEST_DIR").expect("set by cargo")).join("../../locales");
    let mut code = String::new();
    for (name, folder) in [("ZH_CN", "zh-CN"), ("EN", "en")] {
        let folder = root.join(folder);
        println!("cargo:rerun-if-changed={}", folder.display());
        let mut files: Vec<_> =
            fs::read_dir(&folder).expect("locales folder").flatten().map(|one| one.path()).collect();
        files.retain(|path| path.extension().is_some_and(|end| end == "ftl"));
        files.sort();
        code.push_str(&format!("pub(crate) const {name}: &[&str] = &["));
        for path in files {
            code.push_str(&format!("include_str!({:?}),", path.canonicalize().expect("catalogue file")));
        }
        code.push_str("];\n");
    }
    let out = Path::new(&env::var("OUT_DIR").expect("set by cargo")).join("catalogues.rs");
    fs::write(out, code).expect("write catalogue list");
}
