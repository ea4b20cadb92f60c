fn main() {
    // sqlx reads the migrations at compile time; cargo does not see new files by itself.
    println!("cargo:rerun-if-changed=../../migrations");
}
