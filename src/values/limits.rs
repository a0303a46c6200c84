//! What protects the machine from a file that nobody would write: each limit, its reason, and what is said.
//!
//! All of them stand here, and docs/content.md shows this table; a test compares the two. None of them is a
//! rule of style: real content stays far below each. What a page shows or a title may hold is decided where it
//! is shown.

/// A limit, as docs/content.md shows it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Limit {
    pub name: &'static str,
    pub value: u64,
    pub unit: &'static str,
    /// The diagnostic that tells of it.
    pub code: &'static str,
    pub why: &'static str,
}

macro_rules! limits {
    ($($name:ident: $type:ty = $value:expr, $unit:literal, $code:literal, $why:literal;)*) => {
        $(#[doc = $why] pub const $name: $type = $value;)*

        pub const LIMITS: &[Limit] = &[$(Limit {
            name: stringify!($name), value: $value as u64, unit: $unit, code: $code, why: $why,
        },)*];
    };
}

const KIB: usize = 1024;
const MIB: usize = 1024 * 1024;

limits! {
    // The content folder
    LARGEST_FILE: usize = 4 * MIB, "bytes", "file-too-large",
        "A content file is held in memory several times while it is read. The longest of the first plan has 67 thousand.";
    MOST_FILES: usize = 200_000, "files", "too-many",
        "Each file is opened and kept. Five years of plans of all provinces have some tens of thousands.";
    DEEPEST_FOLDER: usize = 8, "folders", "too-many",
        "`plans/NAME/areas/NAME/area.yaml` is at 5; deeper folders are not looked into.";
    LONGEST_PATH: usize = 200, "bytes", "path-too-long",
        "A path has to fit into an archive and onto the disks of others: Windows gives up at 260.";
    LONGEST_LINE: usize = 64 * KIB, "bytes", "line-too-long",
        "A line is shown where something is wrong with it. The longest paragraph of the first plan has two thousand.";
    MOST_ITEMS: usize = 200_000, "items", "too-many",
        "Each item is twelve pages or more. A national edition has some tens of thousands.";
    MOST_OUTCOMES: usize = 500_000, "outcomes", "too-many",
        "Several for each item, over years.";
    MOST_AGENCIES: usize = 50_000, "agencies", "too-many",
        "Each has its pages. The country has some thousands of bodies down to the communes.";
    LONGEST_ADDRESS: usize = 2_000, "bytes of a web address", "value-unreadable",
        "Browsers and servers give up soon after; that of the site stands on every page.";
    MOST_TOLD: usize = 100, "diagnostics of one kind in one file", "more-of-these",
        "Each is found and shown with its line. Nobody reads more of the same; the rest is told as a number.";
    // YAML
    DEEPEST_YAML: usize = 64, "levels", "yaml-too-deep",
        "Readers call themselves for each level, and the stack ends. No record has more than ten.";
    MOST_ALIASES: usize = 0, "anchors and aliases", "yaml-reference",
        "Ten lines of them can stand for gigabytes.";
    MOST_FAULTS: usize = 200, "faults of one file of records", "yaml-unknown-key",
        "After each fault the file is read again; more of them are one fault: the wrong file.";
    MOST_READ_AGAIN: usize = 16 * MIB, "bytes", "yaml-unknown-key",
        "The same in bytes: a large file with many faults would be read again for minutes.";
    // Markdown
    DEEPEST_MARKDOWN: usize = 32, "levels", "markdown-too-deep",
        "A quotation in a list in a quotation is nested HTML, and many a reader of HTML calls itself for each level.";
    MOST_LINKS: usize = 5_000, "links in one text", "too-many",
        "Each is followed, looked up and checked.";
    MOST_COLUMNS: usize = 64, "columns of a table", "too-many",
        "Every row is filled up to the columns of its heading: a short text could be millions of cells.";
    // Workbooks that come in
    LARGEST_WORKBOOK: usize = 4 * MIB, "bytes", "workbook-foreign",
        "A form of the first plan has 30 thousand.";
    LARGEST_UNPACKED: usize = 64 * MIB, "bytes", "workbook-foreign",
        "A packed file of a few kilobytes can hold gigabytes of the same letter.";
    MOST_PARTS: usize = 1_000, "files in a workbook", "workbook-foreign",
        "A workbook has some twenty.";
    MOST_CELLS: usize = 100_000, "cells", "workbook-foreign",
        "More are no form and no annex that a person could go through.";
    // Themes
    LARGEST_THEME_FILE: usize = 4 * MIB, "bytes", "theme-fault",
        "Pictures and fonts of a theme are published with every site, and people load them over a telephone.";
    MOST_THEME_FILES: usize = 2_000, "files", "theme-fault",
        "Each is held in memory and published.";
    LARGEST_DRAWN: usize = 256 * KIB, "bytes of an SVG", "theme-fault",
        "`icon.svg` and the share pictures are drawn by the program.";
    DEEPEST_DRAWN: usize = 64, "elements in elements of an SVG", "theme-fault",
        "What draws it calls itself for each level.";
    DEEPEST_STYLE: usize = 64, "brackets in brackets of a style sheet", "none: it is published as it is",
        "What makes style sheets smaller calls itself for each level.";
    DEEPEST_HTML: usize = 200, "elements in elements of a page", "theme-fault",
        "Many a reader of HTML calls itself for each level, and browsers cut off at some hundred. The default theme has under thirty.";
    // What `verify` reads of a site, which may be anybody's
    LARGEST_MANIFEST: usize = 64 * MIB, "bytes", "none: `verify` refuses it",
        "It is held in memory. A site of two hundred thousand files needs some thirty million bytes.";
    LARGEST_PUBLISHED: usize = 256 * MIB, "bytes of a file", "none: `verify` names the file",
        "A server may send for ever, and no file of a site comes near this.";
    LARGEST_SIGNATURE: usize = 16 * KIB, "bytes", "none: `verify` and `sign` say that it is none",
        "It is four lines of text.";
    MOST_UNREAD: usize = 20, "files that a server does not give", "none: `verify` says that it gave up",
        "A server that fails is not asked for two hundred thousand files more.";
    MOST_REDIRECTS: u32 = 5, "redirects", "none: `verify` names the file",
        "A server that sends one on and on has none of the files.";
}
