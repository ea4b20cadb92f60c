use super::*;

#[test]
fn every_file_of_the_sample_data_can_be_read() {
    assert_eq!(Stories::all().unwrap().0.len(), 26);
}
