use super::*;

fn attribute(id: u16, data: &[u8]) -> Vec<u8> {
    let mut out = vec![2];
    out.extend(id.to_le_bytes());
    out.extend([0, 0]);
    out.extend((data.len() as u32).to_le_bytes());
    out.extend(data);
    out.extend([0, 0]);
    out
}

fn sample() -> Vec<u8> {
    let mut out = SIGNATURE.to_le_bytes().to_vec();
    out.extend([1, 0]);
    out.extend(attribute(ATT_BODY, b"Hello\0"));
    out.extend(attribute(ATT_ATTACH_REND_DATA, &[0; 14]));
    out.extend(attribute(ATT_ATTACH_TITLE, b"PLAN~1.PDF\0"));
    out.extend(attribute(ATT_ATTACH_DATA, b"%PDF"));
    let mut list = 1u32.to_le_bytes().to_vec();
    list.extend([0x1f, 0, 0x07, 0x37]);
    list.extend(1u32.to_le_bytes());
    let name: Vec<u8> = "plan été.pdf\0".encode_utf16().flat_map(u16::to_le_bytes).collect();
    list.extend((name.len() as u32).to_le_bytes());
    list.extend(&name);
    list.extend(vec![0; (4 - name.len() % 4) % 4]);
    out.extend(attribute(ATT_ATTACH_PROPERTIES, &list));
    out
}

#[test]
fn the_text_and_the_files_come_out() {
    let tnef = read(&sample()).unwrap();
    assert_eq!(tnef.text.as_deref(), Some(&b"Hello"[..]));
    assert_eq!(tnef.files, [TnefFile { name: "plan été.pdf".into(), mime: None, bytes: b"%PDF".to_vec() }]);
}

#[test]
fn every_cut_of_it_is_survived() {
    let sample = sample();
    for length in 0..sample.len() {
        read(&sample[..length]);
    }
    assert_eq!(read(b"not tnef"), None);
}
