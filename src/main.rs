fn main() {
    let root = std::env::args().nth(1).unwrap_or("content".into());
    let (content, mut said) = congkhai::content::load(std::path::Path::new(&root), &root);
    let (model, files, more) = congkhai::model::resolve(content, &Default::default());
    said.extend(more);
    if let Some(m) = &model { said.extend(congkhai::checks::check(m));
        for p in &m.plans { for k in congkhai::model::Kind::ALL { println!("{k:?} {}", p.count(k)); } println!("outcomes {}", p.outcomes.len()); }
    }
    print!("{}", congkhai::diagnostic::as_text(&said, &files, false));
}
