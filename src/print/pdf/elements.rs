//! Typesets elements as fragments.

use crate::print::{AppendixPart, Colour, Depth, Diagram, Element, Line, Run, RunKind, Shape};

use super::fonts::{Face, Fonts};
use super::fragment::{Drawing, Fragment, Item, OutlineHeading, keep_together};
use super::pages::{DEPTH, MEASURE};
use super::text::{BODY, Row, SMALL, Style, lines};
use super::tree::{Kind, Part, Tree};

/// The line height, in relation to the text size.
pub(super) const LEADING: f32 = 1.34;
/// The height of a line to write on by hand.
const WRITTEN: f32 = 25.0;
/// How far the baseline is below the middle of a line, in relation to the text size.
const BELOW_MIDDLE: f32 = 0.36;

/// Typesets elements as fragments, and adds them to the tag tree.
pub(super) struct Typesetter<'a> {
    pub(super) fonts: &'a mut Fonts,
    /// The width of what is being set: of the page's text, or of a column.
    pub(super) measure: f32,
    /// The text size of paragraphs that are being set.
    body: f32,
    pub(super) tree: Tree,
    pub(super) fragments: Vec<Fragment>,
    pub(super) repeated: Vec<Vec<Fragment>>,
}

/// The space around a paragraph.
#[derive(Clone, Copy, Debug)]
struct ParagraphStyle {
    above: f32,
    inset: f32,
    /// The colour of a bar on its left.
    bar: Option<Colour>,
}

impl ParagraphStyle {
    const fn below(above: f32) -> Self {
        Self { above, inset: 0.0, bar: None }
    }

    const fn beside(above: f32, bar: Colour) -> Self {
        Self { above, inset: 14.0, bar: Some(bar) }
    }
}

impl<'a> Typesetter<'a> {
    pub(super) fn new(fonts: &'a mut Fonts) -> Self {
        Self { fonts, measure: MEASURE, body: BODY, tree: Tree::default(), fragments: Vec::new(), repeated: Vec::new() }
    }

    pub(super) fn done(self) -> (Vec<Fragment>, Vec<Vec<Fragment>>, Tree) {
        (self.fragments, self.repeated, self.tree)
    }

    pub(super) fn elements(&mut self, elements: &[Element]) {
        for element in elements {
            self.element(element);
        }
    }

    /// Sets the appendix, from a new sheet on.
    pub(super) fn appendix(&mut self, parts: &[AppendixPart]) {
        let first = self.fragments.len();
        for part in parts {
            self.heading(Depth::Two, &part.heading);
            self.elements(&part.elements);
        }
        if let Some(fragment) = self.fragments.get_mut(first) {
            fragment.new_sheet = true;
        }
    }

    fn element(&mut self, element: &Element) {
        match element {
            Element::Heading(depth, text) => self.heading(*depth, text),
            Element::Lead(text) => {
                let style = Style { size: 1.15 * self.body, ..plain() };
                self.paragraph(Kind::Paragraph, &[(style, text)], ParagraphStyle::below(6.0));
            }
            Element::Text(runs) => {
                self.paragraph(Kind::Paragraph, &self.styled(runs), ParagraphStyle::below(0.5 * self.body));
            }
            Element::Notice(text) => {
                self.paragraph(Kind::Paragraph, &[(strong(), text)], ParagraphStyle::beside(9.0, Colour::Agitation));
            }
            Element::Quote { whose, words } => {
                let style = Style { size: 1.15 * self.body, ..plain() };
                let first = self.fragments.len();
                self.paragraph(Kind::Paragraph, &[(small(Colour::Quiet), whose)], ParagraphStyle::below(8.0));
                self.paragraph(Kind::Quote, &[(style, words)], ParagraphStyle::beside(3.0, Colour::Trust));
                keep_together(&mut self.fragments[first..], DEPTH / 3.0);
            }
            Element::List(items) => self.list(items),
            Element::Columns(columns) => self.columns(columns),
            Element::Small(elements) => {
                let body = std::mem::replace(&mut self.body, SMALL);
                self.elements(elements);
                self.body = body;
            }
            Element::Table(table) => self.table(table),
            Element::Diagram(diagram) => self.diagram(diagram),
            Element::BlankLines { label, lines } => self.blank_lines(label, *lines),
            Element::Card(elements) => {
                let first = self.fragments.len();
                self.elements(elements);
                keep_together(&mut self.fragments[first..], DEPTH / 2.5);
            }
        }
    }

    fn heading(&mut self, depth: Depth, text: &str) {
        let (level, size, above) = match depth {
            Depth::One => (1, 20.0, 2.0),
            Depth::Two => (2, 12.5, 4.0),
            Depth::Three => (3, self.body + 0.5, 6.0),
        };
        let style = Style { size, ..strong() };
        let known = self.fonts.known(text);
        let first = self.fragments.len();
        if depth == Depth::Two {
            let rule = rule(self.measure, Colour::Text);
            self.fragments.push(Fragment { above: 13.0, height: 1.0, items: vec![rule], ..Fragment::default() });
        }
        self.paragraph(Kind::Heading(level, known.clone()), &[(style, text)], ParagraphStyle::below(above));
        for fragment in &mut self.fragments[first..] {
            fragment.keep_with_next = true;
        }
        if let Some(fragment) = self.fragments.get_mut(first) {
            fragment.headings.push(OutlineHeading { level, title: known, down: 0.0 });
        }
    }

    fn list(&mut self, items: &[Vec<Run>]) {
        let list = self.tree.add(None, Kind::List);
        for runs in items {
            let item = self.tree.add(Some(list), Kind::Item);
            let sign = self.tree.add(Some(item), Kind::Label);
            let body = self.tree.add(Some(item), Kind::Body);
            let first = self.fragments.len();
            let paragraph_style = ParagraphStyle { inset: 11.0, ..ParagraphStyle::below(0.25 * self.body) };
            self.rows(body, &self.styled(runs), paragraph_style);
            let style = Style { size: self.body, ..plain() };
            let dot = lines(self.fonts, &[(style, "\u{2022}")], self.measure);
            let base = baseline(self.body);
            if let (Some(fragment), Some(dot)) = (self.fragments.get_mut(first), dot.first()) {
                fragment.items.insert(0, words(&mut self.tree, Some(sign), dot, [2.0, base]));
            }
        }
    }

    fn diagram(&mut self, diagram: &Diagram) {
        let part = self.tree.add(None, Kind::Diagram(self.fonts.known(&diagram.description)));
        let number = Some(self.tree.draw(part));
        let drawings = diagram.shapes.iter().cloned().map(Drawing::Shape).collect();
        let items = vec![Item { number, words: false, drawings, at: [0.0, 0.0] }];
        self.fragments.push(Fragment { above: 4.0, height: diagram.height, items, ..Fragment::default() });
    }

    fn blank_lines(&mut self, label: &str, lines: u8) {
        let first = self.fragments.len();
        self.paragraph(Kind::Paragraph, &[(strong(), label)], ParagraphStyle::below(8.0));
        let rule = rule(self.measure, Colour::Quiet).moved([0.0, WRITTEN - 2.0]);
        let line = Fragment { height: WRITTEN, items: vec![rule], ..Fragment::default() };
        self.fragments.extend((0..lines).map(|_| line.clone()));
        keep_together(&mut self.fragments[first..], DEPTH);
    }

    fn styled<'b>(&self, runs: &'b [Run]) -> Vec<(Style, &'b str)> {
        let style = |kind| match kind {
            RunKind::Plain => Style { size: self.body, ..plain() },
            RunKind::Strong => Style { size: self.body, ..strong() },
            RunKind::Quiet => small(Colour::Quiet),
        };
        runs.iter().map(|run| (style(run.kind), run.text.as_str())).collect()
    }

    /// Sets a paragraph as a tagged part of its own.
    fn paragraph(&mut self, kind: Kind, texts: &[(Style, &str)], paragraph_style: ParagraphStyle) {
        let part = self.tree.add(None, kind);
        self.rows(part, texts, paragraph_style);
    }

    /// Sets texts, one after the other, as lines of a part. No line stands alone on a sheet.
    fn rows(&mut self, part: Part, texts: &[(Style, &str)], paragraph_style: ParagraphStyle) {
        let size = texts.iter().map(|(style, _)| style.size).fold(0.0, f32::max);
        let rows = lines(self.fonts, texts, self.measure - paragraph_style.inset);
        let count = rows.len();
        for (index, row) in rows.iter().enumerate() {
            let above = if index == 0 { paragraph_style.above } else { 0.0 };
            let mut items = vec![words(&mut self.tree, Some(part), row, [paragraph_style.inset, baseline(size)])];
            items.extend(paragraph_style.bar.map(|colour| bar(colour, size * LEADING)));
            let keep_with_next = index + 1 < count && (index == 0 || index + 2 == count);
            self.fragments.push(Fragment {
                above,
                height: size * LEADING,
                items,
                keep_with_next,
                ..Fragment::default()
            });
        }
    }
}

/// The words of a line as one item.
pub(super) fn words(tree: &mut Tree, part: Option<Part>, row: &Row, at: [f32; 2]) -> Item {
    let drawings = row.segments.iter().cloned().map(Drawing::Words).collect();
    Item { number: part.map(|part| tree.draw(part)), words: true, drawings, at }
}

/// How far the baseline is below the top of a line of text of this size.
pub(super) fn baseline(size: f32) -> f32 {
    size * (LEADING / 2.0 + BELOW_MIDDLE)
}

/// A thin rule across what is being set.
fn rule(width: f32, colour: Colour) -> Item {
    let points = vec![[0.0, 0.5], [width, 0.5]];
    let rule = Shape::Path { points, line: Line::Solid, width: 0.6, colour };
    Item::ornament(vec![Drawing::Shape(rule)], [0.0, 0.0])
}

fn bar(colour: Colour, height: f32) -> Item {
    let points = vec![[1.5, 0.5], [1.5, height - 0.5]];
    Item::ornament(vec![Drawing::Shape(Shape::Path { points, line: Line::Solid, width: 3.0, colour })], [0.0, 0.0])
}

pub(super) const fn plain() -> Style {
    Style { face: Face::Regular, size: BODY, colour: Colour::Text }
}

pub(super) const fn strong() -> Style {
    Style { face: Face::Strong, ..plain() }
}

/// The style of notes and tables.
pub(super) const fn small(colour: Colour) -> Style {
    Style { size: SMALL, colour, ..plain() }
}
