fn main() {
    println!("{}", bedside::X);
}
