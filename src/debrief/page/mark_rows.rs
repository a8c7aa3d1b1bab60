//! Where marks with labels stand below a scale: none covers another, however close their values are.

/// Where a mark and its label stand.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct MarkPlace {
    /// From 0, the row right below the scale.
    pub row: usize,
    /// Whether the label stands left of the mark, because there is no room on its right.
    pub label_left: bool,
}

/// The measures of a scale's marks, in any unit.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct MarkMeasures {
    /// Half the width of a mark.
    pub half: f32,
    /// The distance of a label from its mark, and of a mark from what stands beside it.
    pub gap: f32,
    /// How far to the right a label may reach.
    pub right: f32,
}

impl MarkMeasures {
    /// Where marks stand, each given by the middle of the mark and the width of its label: each in the first row that has
    /// room, from left to right.
    #[must_use]
    pub fn places(self, marks: &[(f32, f32)]) -> Vec<MarkPlace> {
        let extents: Vec<(f32, f32, bool)> = marks.iter().map(|&mark| self.extent(mark)).collect();
        let mut order: Vec<usize> = (0..marks.len()).collect();
        order.sort_by(|&one, &other| extents[one].0.total_cmp(&extents[other].0));
        let mut places = vec![MarkPlace { row: 0, label_left: false }; marks.len()];
        let mut ends: Vec<f32> = Vec::new();
        for index in order {
            let (left, right, label_left) = extents[index];
            let row = ends.iter().position(|end| end + self.gap <= left).unwrap_or(ends.len());
            match ends.get_mut(row) {
                Some(end) => *end = right,
                None => ends.push(right),
            }
            places[index] = MarkPlace { row, label_left };
        }
        places
    }

    /// The left and the right end of a mark with its label, and whether the label stands left of it.
    fn extent(self, (middle, width): (f32, f32)) -> (f32, f32, bool) {
        let long = self.half + self.gap + width;
        if middle + long <= self.right {
            (middle - self.half, middle + long, false)
        } else {
            (middle - long, middle + self.half, true)
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_mark_covers_another_wherever_they_are() {
        let measures = MarkMeasures { half: 3.0, gap: 2.0, right: 400.0 };
        let close: [[u8; 4]; 6] =
            [[0; 4], [100; 4], [34, 52, 61, 88], [99, 100, 98, 0], [50, 51, 52, 53], [10, 14, 60, 64]];
        for values in close {
            let marks = values.map(|value| (f32::from(value) * 4.0, 45.0));
            let places = measures.places(&marks);
            for (one, first) in places.iter().enumerate() {
                let extent = |at: usize| measures.extent(marks[at]);
                assert_eq!(first.label_left, extent(one).2, "{values:?}");
                assert!(extent(one).1 <= 403.0, "{values:?}");
                for (other, second) in places.iter().enumerate().skip(one + 1) {
                    let ((left, right, _), (from, to, _)) = (extent(one), extent(other));
                    assert!(first.row != second.row || right < from || to < left, "{values:?}: {places:?}");
                }
            }
        }
        let rows = |values: [f32; 4]| {
            let places = measures.places(&values.map(|value| (value * 4.0, 45.0)));
            places.iter().map(|place| place.row).collect::<Vec<_>>()
        };
        assert_eq!(rows([0.0, 30.0, 60.0, 90.0]), [0; 4], "one row is enough where there is room");
        assert_eq!(rows([50.0; 4]), [0, 1, 2, 3]);
    }
}
