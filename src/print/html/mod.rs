//! A page to keep as self-contained HTML: no script, no external resources, every text escaped.

mod style;
mod svg;

use std::fmt::{Result, Write};

use crate::debrief::page::Page;
use crate::group::Handout;
use crate::markup::escaped;

use super::{Appendix, AppendixPart, Depth, Element, PrintDocument, Run, RunKind, Table, lay_out, lay_out_handout};

/// Writes a debrief as HTML.
#[must_use]
pub fn write_html(page: &Page, appendix: Appendix) -> String {
    written(&lay_out(page), appendix)
}

/// Writes a handout as HTML.
#[must_use]
pub fn write_handout_html(handout: &Handout) -> String {
    written(&lay_out_handout(handout), Appendix::Folded)
}

/// Writes a page that another station laid out.
#[cfg(feature = "records")]
pub(crate) fn write_document_html(document: &PrintDocument) -> String {
    written(document, Appendix::Folded)
}

fn written(document: &PrintDocument, appendix: Appendix) -> String {
    let mut html = String::new();
    // Writing to a string cannot fail.
    let _ = write_all(&mut html, document, appendix);
    html
}

fn write_all(page: &mut String, document: &PrintDocument, appendix: Appendix) -> Result {
    writeln!(page, "<!DOCTYPE html>\n<html lang=\"en-GB\">\n<head>\n<meta charset=\"utf-8\">")?;
    writeln!(page, "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">")?;
    writeln!(page, "<meta name=\"color-scheme\" content=\"light dark\">")?;
    let policy = "default-src 'none'; style-src 'unsafe-inline'";
    writeln!(page, "<meta http-equiv=\"Content-Security-Policy\" content=\"{policy}\">")?;
    writeln!(page, "<meta name=\"description\" content=\"{}\">", escaped(&document.about))?;
    writeln!(page, "<title>{}</title>\n<style>", escaped(&document.title))?;
    style::write(page)?;
    writeln!(page, "</style>\n</head>\n<body>\n<main>")?;
    let mut writer = Writer { page, diagrams: 0 };
    writer.elements(&document.elements)?;
    document.appendix.iter().try_for_each(|part| writer.appendix(part, appendix))?;
    writeln!(page, "</main>\n<footer>{}</footer>\n</body>\n</html>", escaped(&document.footer))
}

/// Writes elements, and numbers the diagrams, whose ids must differ.
struct Writer<'a> {
    page: &'a mut String,
    diagrams: usize,
}

impl Writer<'_> {
    fn elements(&mut self, elements: &[Element]) -> Result {
        elements.iter().try_for_each(|element| self.element(element))
    }

    /// A part of the appendix, which the reader opens.
    fn appendix(&mut self, part: &AppendixPart, appendix: Appendix) -> Result {
        let open = match appendix {
            Appendix::Folded => "",
            Appendix::Printed => " open",
        };
        writeln!(self.page, "<details{open}>\n<summary><h2>{}</h2></summary>", escaped(&part.heading))?;
        self.elements(&part.elements)?;
        writeln!(self.page, "</details>")
    }

    fn element(&mut self, element: &Element) -> Result {
        match element {
            Element::Heading(depth, text) => {
                let level = match depth {
                    Depth::One => 1,
                    Depth::Two => 2,
                    Depth::Three => 3,
                };
                writeln!(self.page, "<h{level}>{}</h{level}>", escaped(text))
            }
            Element::Lead(text) => writeln!(self.page, "<p class=\"lead\">{}</p>", escaped(text)),
            Element::Text(runs) => writeln!(self.page, "<p>{}</p>", set(runs)),
            Element::Notice(text) => writeln!(self.page, "<p class=\"notice\">{}</p>", escaped(text)),
            Element::Quote { whose, words } => {
                writeln!(self.page, "<figure>\n<figcaption>{}</figcaption>", escaped(whose))?;
                writeln!(self.page, "<blockquote>{}</blockquote>\n</figure>", escaped(words))
            }
            Element::List(items) => {
                writeln!(self.page, "<ul>")?;
                items.iter().try_for_each(|item| writeln!(self.page, "<li>{}</li>", set(item)))?;
                writeln!(self.page, "</ul>")
            }
            Element::Table(table) => self.table(table),
            Element::Diagram(diagram) => {
                self.diagrams += 1;
                writeln!(self.page, "<figure>")?;
                svg::write(self.page, diagram, self.diagrams)?;
                writeln!(self.page, "</figure>")
            }
            Element::BlankLines { label, lines } => {
                write!(
                    self.page,
                    "<p><strong>{}</strong></p>\n<div class=\"room\" aria-hidden=\"true\">",
                    escaped(label)
                )?;
                (0..*lines).try_for_each(|_| write!(self.page, "<i></i>"))?;
                writeln!(self.page, "</div>")
            }
            Element::Columns(columns) => {
                let shares: Vec<String> = columns.iter().map(|column| format!("{}fr", column.share)).collect();
                writeln!(self.page, "<div class=\"columns\" style=\"--columns: {}\">", shares.join(" "))?;
                columns.iter().try_for_each(|column| {
                    writeln!(self.page, "<div>")?;
                    self.elements(&column.elements)?;
                    writeln!(self.page, "</div>")
                })?;
                writeln!(self.page, "</div>")
            }
            Element::Small(elements) => {
                writeln!(self.page, "<div class=\"small\">")?;
                self.elements(elements)?;
                writeln!(self.page, "</div>")
            }
            Element::Card(elements) => {
                writeln!(self.page, "<section class=\"card\">")?;
                self.elements(elements)?;
                writeln!(self.page, "</section>")
            }
        }
    }

    fn table(&mut self, table: &Table) -> Result {
        writeln!(self.page, "<table>\n<caption>{}</caption>\n<thead>\n<tr>", escaped(&table.caption))?;
        let whole: u32 = table.columns.iter().map(|column| u32::from(column.share)).sum();
        for column in &table.columns {
            let width = 100 * u32::from(column.share) / whole.max(1);
            let class = if column.numbers { " class=\"number\"" } else { "" };
            let head = escaped(&column.head);
            writeln!(self.page, "<th scope=\"col\"{class} style=\"width: {width}%\">{head}</th>")?;
        }
        writeln!(self.page, "</tr>\n</thead>\n<tbody>")?;
        for row in &table.rows {
            writeln!(self.page, "<tr>")?;
            for (index, (cell, column)) in row.iter().zip(&table.columns).enumerate() {
                let class = if column.numbers { " class=\"number\"" } else { "" };
                let cell = escaped(cell);
                match index {
                    0 => writeln!(self.page, "<th scope=\"row\"{class}>{cell}</th>")?,
                    _ => writeln!(self.page, "<td{class}>{cell}</td>")?,
                }
            }
            writeln!(self.page, "</tr>")?;
        }
        writeln!(self.page, "</tbody>\n</table>")
    }
}

/// Runs as HTML.
fn set(runs: &[Run]) -> String {
    let run = |run: &Run| {
        let text = escaped(&run.text);
        match run.kind {
            RunKind::Plain => text,
            RunKind::Strong => format!("<strong>{text}</strong>"),
            RunKind::Quiet => format!("<span class=\"quiet\">{text}</span>"),
        }
    };
    runs.iter().map(run).collect()
}
