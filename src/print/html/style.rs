//! The style sheet: light, dark where the reader prefers it, and for paper.

use std::fmt::{Result, Write};

use crate::print::Colour;

const RULES: &str = "\
* { box-sizing: border-box; }
body { margin: 0; background: var(--page); color: var(--text); line-height: 1.55;
  font: 1.0625rem/1.55 Inter, 'Noto Sans', 'Segoe UI', Roboto, 'Helvetica Neue', Arial, sans-serif; }
main, footer { max-width: 46rem; margin: 0 auto; padding: 0 1.25rem; overflow-wrap: anywhere; }
main { padding-top: 2.5rem; }
p, li, td, th, h1, h2, h3, blockquote { white-space: pre-line; }
h1 { font-size: 2rem; line-height: 1.2; margin: 0.25rem 0 1rem; text-wrap: balance; }
h2 { font-size: 1.45rem; line-height: 1.3; margin: 2.75rem 0 0.75rem; padding-top: 1rem; border-top: 1px solid var(--hairline); }
h3 { font-size: 1.125rem; line-height: 1.4; margin: 1.75rem 0 0.5rem; }
p { margin: 0.6rem 0; }
ul { margin: 0.4rem 0 0.9rem; padding-left: 1.3rem; }
li { margin: 0.3rem 0; }
.lead { font-size: 1.2rem; }
.quiet, footer, figcaption, main > p:first-child { color: var(--quiet); }
.quiet { font-size: 0.94em; }
.notice { background: var(--notice); color: var(--on-notice); padding: 0.75rem 1rem; border-radius: 0.5rem; }
.card { background: var(--ground); border: 1px solid var(--hairline); border-radius: 0.75rem; padding: 0.5rem 1.25rem; margin: 1rem 0; }
.card h3 { margin-top: 0.6rem; }
figure { margin: 1.25rem 0; }
.card figure { margin: 0.5rem 0; }
figcaption { font-size: 1rem; margin-top: 0.5rem; }
blockquote { margin: 0.25rem 0 0; padding-left: 1rem; border-left: 4px solid var(--trust); font-size: 1.2rem; }
svg { display: block; width: 100%; height: auto; font-family: inherit; }
table { width: 100%; border-collapse: collapse; margin: 1.25rem 0; font-size: 0.97rem; }
caption { text-align: left; font-weight: 600; padding-bottom: 0.5rem; }
th, td { text-align: left; vertical-align: top; padding: 0.45rem 0.75rem 0.45rem 0; border-bottom: 1px solid var(--hairline); }
thead th { color: var(--quiet); font-weight: 600; vertical-align: bottom; }
th { overflow-wrap: break-word; }
tbody th { font-weight: 600; }
.number { text-align: right; font-variant-numeric: tabular-nums; }
th:last-child, td:last-child { padding-right: 0; }
.columns { display: grid; grid-template-columns: var(--columns); gap: 0 2rem; }
.columns > div { min-width: 0; }
.small { font-size: 0.94em; }
details { border-top: 1px solid var(--hairline); margin-top: 1rem; padding-top: 1rem; }
summary { cursor: pointer; }
summary h2 { display: inline; border: 0; margin: 0; padding: 0; }
.room i { display: block; height: 2.25rem; border-bottom: 1px solid var(--quiet); }
footer { padding-top: 3rem; padding-bottom: 2rem; font-size: 0.9rem; }
@media (max-width: 34rem) { .columns { display: block; } body { font-size: 1rem; } table { font-size: 0.9rem; table-layout: fixed; } th, td { padding-right: 0.4rem; } th { font-size: 0.8rem; overflow-wrap: anywhere; hyphens: auto; } }
@page { margin: 12mm 15mm; }
@media print {
  body { font-size: 9pt; line-height: 1.28; background: none; }
  main, footer { max-width: none; padding: 0; }
  p { margin: 2.5pt 0; } ul { margin: 2pt 0; } li { margin: 1.5pt 0; } .columns { gap: 0 22pt; }
  h1 { font-size: 18pt; margin: 1pt 0 5pt; } h2 { font-size: 12pt; margin: 9pt 0 2pt; padding-top: 3pt; border-color: var(--text); }
  h3 { font-size: 10pt; margin: 5pt 0 1pt; } .lead, blockquote { font-size: 10.5pt; } .quiet, .small, table, figcaption, footer { font-size: 9pt; }
  figure, table { margin: 2pt 0; } figcaption { margin: 0; } th, td { padding-top: 3pt; padding-bottom: 3pt; }
  main { padding-top: 0; } footer { padding: 6pt 0 0; } .room i { height: 20pt; }
  h1, h2, h3, caption { break-after: avoid; }
  tr, li, figure, .notice, .columns { break-inside: avoid; }
  details { border: 0; margin: 0; padding: 0; } details:not([open]) { display: none; } main > :not(details) + details { break-before: page; }
  summary { list-style: none; }
  p, li { orphans: 3; widows: 3; }
  .card { padding: 0 12pt; }
}
";

/// Writes the style sheet.
pub(super) fn write(page: &mut String) -> Result {
    write!(page, ":root {{ color-scheme: light dark; --page: #f7f4ef; --notice: #fbebcb; --on-notice: #4a3505;")?;
    colours(page, Colour::light)?;
    writeln!(page, " }}")?;
    write!(page, "@media screen and (prefers-color-scheme: dark) {{ :root {{")?;
    write!(page, " --page: #17191b; --notice: #453817; --on-notice: #fae8bf;")?;
    colours(page, Colour::dark)?;
    writeln!(page, " }} }}\n{RULES}")
}

fn colours(page: &mut String, of: impl Fn(Colour) -> [u8; 3]) -> Result {
    Colour::ALL.into_iter().try_for_each(|colour| {
        let [red, green, blue] = of(colour);
        write!(page, " --{}: #{red:02x}{green:02x}{blue:02x};", colour.name())
    })
}
