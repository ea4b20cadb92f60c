use super::*;

fn written(text: &str) -> Option<String> {
    read_written_date(text).and_then(Timestamp::to_rfc3339)
}

#[test]
fn date_fields_are_read_in_old_and_new_forms() {
    let field = |value: &str| read_date_field(value).and_then(Timestamp::to_rfc3339);
    assert_eq!(field("Fri, 15 Jan 2016 00:12:43 +0100").as_deref(), Some("2016-01-14T23:12:43Z"));
    assert_eq!(field("15 Jan 16 00:12 GMT").as_deref(), Some("2016-01-15T00:12:00Z"));
    assert_eq!(field("yesterday"), None);
}

#[test]
fn written_dates_are_read_in_many_languages() {
    let cases = [
        ("Fri, Apr 26, 2013 at 8:13 PM", "2013-04-26T20:13:00Z"),
        ("Wednesday, 17 September 2014 4:24 pm", "2014-09-17T16:24:00Z"),
        ("14 novembre 2015 15:14:53 UTC+1", "2015-11-14T14:14:53Z"),
        ("vendredi 23 janvier 2015 16:39", "2015-01-23T16:39:00Z"),
        ("maandag 5 december 2016 17:00", "2016-12-05T17:00:00Z"),
        ("Donnerstag, 23. März 2023 17:11", "2023-03-23T17:11:00Z"),
        ("Tue, 3 May 2016 14:54:27 +0200 (CEST)", "2016-05-03T12:54:27Z"),
        ("qui, 24 de jan de 2019 às 14:31", "2019-01-24T14:31:00Z"),
        ("Среда, 14 июня 2017, 15:19 +0300", "2017-06-14T12:19:00Z"),
        ("pe 20. lokakuuta 2017 klo 17.50", "2017-10-20T17:50:00Z"),
        ("den 26 augusti 2015 14:45", "2015-08-26T14:45:00Z"),
        ("2016年3月24日 20:16", "2016-03-24T20:16:00Z"),
        ("04/19/2011 07:10 AM", "2011-04-19T07:10:00Z"),
        ("23/06/24 10:46", "2024-06-23T10:46:00Z"),
        ("11/07/2012 06:13 p.m.", "2012-07-11T18:13:00Z"),
        ("mar. 5 févr. 2013 à 10:00", "2013-02-05T10:00:00Z"),
        ("14 tháng 11 năm 2025 9:12", "2025-11-14T09:12:00Z"),
        ("piektdiena, 2025. gada 14. novembris 09:12", "2025-11-14T09:12:00Z"),
        ("12:05 AM, November 17, 2021", "2021-11-17T00:05:00Z"),
    ];
    for (text, expected) in cases {
        assert_eq!(written(text).as_deref(), Some(expected), "{text}");
    }
}

#[test]
fn what_holds_no_full_date_is_none() {
    for text in ["", "tomorrow at 8:00", "31/02/2020", "8 o'clock", "1234567890"] {
        assert_eq!(written(text), None, "{text}");
    }
}
