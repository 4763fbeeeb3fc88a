//! Writes the TypeScript types and the interchange schema: `bindings <folder> <schema file>`.

use std::path::Path;

use anyhow::{Context, Result};

fn main() -> Result<()> {
    let mut arguments = std::env::args().skip(1);
    let folder = arguments.next().context("folder")?;
    let schema = arguments.next().context("schema file")?;
    suite::generated::write_types(Path::new(&folder))?;
    std::fs::write(schema, suite::generated::schema()?)?;
    Ok(())
}
