//! Text → lines that fit. Lines break at spaces only; what does not fit ends with "…" after a whole word.
//!
//! Nothing here knows of fonts: the width of a text is a function that is handed in, so that every edge
//! can be tried with letters that are all equally wide.

/// A size of letters, and for how many lines of that size there is room.
#[derive(Debug, Clone, Copy)]
pub struct Step {
    pub size: f64,
    pub lines: usize,
}

/// A text broken into lines of one size.
#[derive(Debug, PartialEq)]
pub struct Broken {
    pub size: f64,
    pub lines: Vec<String>,
}

/// The text in the first size in which it fits, with lines of about the same length; in the last size it
/// is shortened. `width` measures a text in a size.
pub fn fit(text: &str, room: f64, steps: &[Step], width: &dyn Fn(&str, f64) -> f64) -> Broken {
    let mut last = Broken { size: 0.0, lines: Vec::new() };
    for Step { size, lines: most } in steps.iter().copied() {
        let measure = |text: &str| width(text, size);
        let words = Words::of(text, &measure);
        let mut lines = words.lines(room);
        if lines.len() <= most && lines.iter().all(|line| line.width <= room) {
            return Broken { size, lines: words.balanced(room, lines) };
        }
        let rest = lines.split_off(most.saturating_sub(1).min(lines.len()));
        let rest: Vec<String> = rest.into_iter().map(|line| line.text).collect();
        let lines = lines.into_iter().map(|line| line.text).chain([rest.join(" ")]);
        let lines = lines.filter(|line| !line.is_empty());
        let lines = lines.map(|line| shortened(&line, room, &measure)).collect();
        last = Broken { size, lines };
    }
    last
}

/// The text in one line, shortened where it does not fit.
pub fn shortened(text: &str, room: f64, measure: &dyn Fn(&str) -> f64) -> String {
    if measure(text) <= room {
        return text.to_owned();
    }
    let mut short = text;
    while let Some((before, _)) = short.rsplit_once(' ') {
        short = before.trim_end_matches([' ', ',', ';', ':', '.', '·', '–', '-']);
        let shown = format!("{short}…");
        if measure(&shown) <= room {
            return shown;
        }
    }
    // One word that is wider than the line: there is no better place.
    let ends = short.char_indices().map(|(at, _)| at).rev();
    ends.filter_map(|end| short.get(..end))
        .map(|start| format!("{start}…"))
        .find(|shown| measure(shown) <= room)
        .unwrap_or_default()
}

/// A text whose words are measured once, however often its lines are broken.
struct Words<'t> {
    words: Vec<(&'t str, f64)>,
    space: f64,
}

struct Line {
    text: String,
    width: f64,
}

impl<'t> Words<'t> {
    fn of(text: &'t str, measure: &dyn Fn(&str) -> f64) -> Self {
        let words = text.split(' ').filter(|word| !word.is_empty());
        Self { words: words.map(|word| (word, measure(word))).collect(), space: measure(" ") }
    }

    /// As many words on each line as there is room for. A word that is wider than the room stands alone.
    fn lines(&self, room: f64) -> Vec<Line> {
        let mut lines: Vec<Line> = Vec::new();
        for (word, width) in self.words.iter().copied() {
            match lines.last_mut() {
                Some(line) if line.width + self.space + width <= room => {
                    line.text.push(' ');
                    line.text.push_str(word);
                    line.width += self.space + width;
                }
                _ => lines.push(Line { text: word.to_owned(), width }),
            }
        }
        lines
    }

    /// The same number of lines, but of about the same length, and broken after a comma where there is
    /// one: as a person would read them.
    fn balanced(&self, room: f64, lines: Vec<Line>) -> Vec<String> {
        let whole: f64 = lines.iter().map(|line| line.width).sum();
        let ideal = whole / f64::from(u32::try_from(lines.len().max(1)).unwrap_or(u32::MAX));
        match self.best(0, lines.len(), &|width| {
            (width <= room).then(|| ((width - ideal) / ideal).powi(2))
        }) {
            Some((_, best)) => best,
            None => lines.into_iter().map(|line| line.text).collect(),
        }
    }

    /// The words from `start` in `count` lines, in the way that costs least, with its cost. `cost` knows
    /// what a line of a width costs, and that one is too wide.
    fn best(
        &self,
        start: usize,
        count: usize,
        cost: &dyn Fn(f64) -> Option<f64>,
    ) -> Option<(f64, Vec<String>)> {
        /// What it is worth to end a line with a pause.
        const PAUSE: f64 = 0.12;
        let rest = self.words.get(start..)?;
        let mut best: Option<(f64, Vec<String>)> = None;
        let mut line = Line { text: String::new(), width: -self.space };
        for (at, (word, width)) in rest.iter().enumerate() {
            if !line.text.is_empty() {
                line.text.push(' ');
            }
            line.text.push_str(word);
            line.width += self.space + width;
            let Some(of_line) = cost(line.width) else { break };
            let is_last = at + 1 == rest.len();
            let (of_rest, lines) = match (count, is_last) {
                (1, true) => (0.0, Vec::new()),
                (1, false) | (_, true) => continue,
                (_, false) => match self.best(start + at + 1, count - 1, cost) {
                    Some(below) => below,
                    None => continue,
                },
            };
            let pause = if !is_last && word.ends_with([',', ';', ':', '.']) { PAUSE } else { 0.0 };
            let cost = of_line + of_rest - pause;
            if best.as_ref().is_none_or(|(least, _)| cost < *least) {
                best = Some((cost, [vec![line.text.clone()], lines].concat()));
            }
        }
        best
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const STEPS: [Step; 3] =
        [Step { size: 3.0, lines: 2 }, Step { size: 2.0, lines: 3 }, Step { size: 1.0, lines: 4 }];

    /// Each letter is as wide as it is high.
    fn square(text: &str, size: f64) -> f64 {
        f64::from(u32::try_from(text.chars().count()).unwrap()) * size
    }

    /// Room for ten letters of the largest size, fifteen of the next, thirty of the smallest.
    fn is_set(text: &str, size: f64, lines: &[&str]) {
        let broken = fit(text, 30.0, &STEPS, &square);
        assert_eq!(broken.lines, lines, "{text}");
        assert!((broken.size - size).abs() < 0.1, "{text}: {broken:?}");
    }

    #[test]
    fn short_texts_stand_large() {
        is_set("", 3.0, &[]);
        is_set(" ", 3.0, &[]);
        is_set("Huế", 3.0, &["Huế"]);
        is_set("hành chính", 3.0, &["hành chính"]);
        is_set("hành  chính", 3.0, &["hành chính"]);
    }

    #[test]
    fn lines_are_of_about_the_same_length() {
        // Not "một hai ba" and "bốn".
        is_set("một hai ba bốn", 3.0, &["một hai", "ba bốn"]);
        is_set("thủ tục hành chính trực tuyến", 2.0, &["thủ tục", "hành chính", "trực tuyến"]);
    }

    #[test]
    fn a_line_ends_with_a_pause_where_there_is_one() {
        is_set("một hai, ba bốn năm", 3.0, &["một hai,", "ba bốn năm"]);
        // But not where one line would be much shorter.
        is_set("ba, một hai bốn", 3.0, &["ba, một", "hai bốn"]);
    }

    #[test]
    fn a_long_word_makes_the_letters_smaller_before_it_is_cut() {
        is_set("nghiêngnghiêng", 2.0, &["nghiêngnghiêng"]);
        is_set("một nghiêngnghiêngnghiêng", 1.0, &["một nghiêngnghiêngnghiêng"]);
        let longest = "nghiêng".repeat(5);
        is_set(&longest, 1.0, &["nghiêngnghiêngnghiêngnghiêngn…"]);
        is_set(&format!("a {longest} b"), 1.0, &["a", "nghiêngnghiêngnghiêngnghiêngn…", "b"]);
    }

    #[test]
    fn a_non_breaking_space_does_not_break() {
        is_set("hành\u{a0}chính 80\u{a0}%", 3.0, &["hành\u{a0}chính", "80\u{a0}%"]);
    }

    #[test]
    fn the_fourth_line_ends_with_an_ellipsis_after_a_word() {
        let line = "một hai ba bốn năm sáu bảy tám";
        let three = [line; 3].join(" ");
        let is_fourth = |words: &str, shown: &str| {
            is_set(&format!("{three} {words}"), 1.0, &[line, line, line, shown]);
        };
        is_fourth(line, line);
        is_fourth(&format!("{line} chín mười"), "một hai ba bốn năm sáu bảy…");
        is_fourth("một hai ba bốn năm sáu, bảytámchín", "một hai ba bốn năm sáu…");
        is_fourth(&"nghiêng".repeat(5), "nghiêngnghiêngnghiêngnghiêngn…");
    }

    #[test]
    fn one_line_is_shortened() {
        let measure = |text: &str| square(text, 1.0);
        assert_eq!(shortened("Sở Nội vụ", 9.0, &measure), "Sở Nội vụ");
        assert_eq!(shortened("Sở Nội vụ", 8.0, &measure), "Sở Nội…");
        assert_eq!(shortened("Sở Nội vụ", 2.0, &measure), "S…");
        assert_eq!(shortened("Sở Nội vụ", 0.0, &measure), "");
    }
}
