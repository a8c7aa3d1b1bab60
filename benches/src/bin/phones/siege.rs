pub fn run(_: crate::crowd::Habits, _: usize) {}
