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
        ("4. marts 2025 kl. 14.12.33 CET", "2025-03-04T13:12:33Z"),
        ("4. maaliskuuta 2025 klo 14.12.33 UTC+1", "2025-03-04T13:12:33Z"),
        ("4 Μαρτίου 2025, 2:12:33 μ.μ.", "2025-03-04T14:12:33Z"),
        ("4 Μαρτίου 2025, 12:12:33 π.μ.", "2025-03-04T00:12:33Z"),
        ("4 Μαρτίου 2025, 2:12:33 \u{b5}.\u{b5}.", "2025-03-04T14:12:33Z"),
        ("Tue Mar 04 14:12:33 GMT+01:00 2025", "2025-03-04T13:12:33Z"),
        ("ti 4. maalisk. 2025 klo 14.12", "2025-03-04T14:12:00Z"),
        ("to 4. jouluk. 2025 klo 9.05", "2025-12-04T09:05:00Z"),
        ("uto, 4. ožu 2025. u 14:12", "2025-03-04T14:12:00Z"),
        ("sri, 4. lip 2025. u 14:12", "2025-06-04T14:12:00Z"),
        ("pt., 4 lip 2025 o 14:12", "2025-07-04T14:12:00Z"),
        ("sub, 4. lis 2025. u 14:12", "2025-10-04T14:12:00Z"),
        ("wt., 4 lis 2025 o 14:12", "2025-11-04T14:12:00Z"),
        ("dt., 4 de març 2025 a les 14:12", "2025-03-04T14:12:00Z"),
        ("dj., 4 de des. 2025 a les 14:12", "2025-12-04T14:12:00Z"),
        ("4.3.25 klo 14.12.33", "2025-03-04T14:12:33Z"),
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

#[test]
fn a_date_field_is_read_right_or_not_at_all() {
    let field = |value: &str| read_date_field(value).and_then(Timestamp::to_rfc3339);
    let right = [
        ("Tue, 5 Mar 124 08:30:00 +0000", "2024-03-05T08:30:00Z"),
        ("Tue Mar  5 08:30:00 UTC 2024", "2024-03-05T08:30:00Z"),
        ("05.03.2024 08:30:00 +0100", "2024-03-05T07:30:00Z"),
        ("mar, 5 mar 2024 08:30:00 +0000", "2024-03-05T08:30:00Z"),
        ("vie, 5 ene 2024 08:30:00 +0000", "2024-01-05T08:30:00Z"),
        ("2024-03-05T08:30:00-05:00", "2024-03-05T13:30:00Z"),
        ("2024-03-05T08:30:00Z", "2024-03-05T08:30:00Z"),
        ("Di, 5 Mrz 2024 08:30:00 +0100", "2024-03-05T07:30:00Z"),
        ("Tue, 5 Mar 2024 08:30:00 PM +0000", "2024-03-05T20:30:00Z"),
        ("Tue, 5 Mar 2024 08:30:00 GMT+0100", "2024-03-05T07:30:00Z"),
        ("Tue, 5 Mar 2024 08:30:00 +100", "2024-03-05T07:30:00Z"),
        ("Tue, 5 Mar 2024 08:30 PST", "2024-03-05T16:30:00Z"),
        ("Fri, 5 Jul 2024 08:30:00 MESZ", "2024-07-05T06:30:00Z"),
        ("05 Mar 98 08:30:00 EST", "1998-03-05T13:30:00Z"),
    ];
    for (value, expected) in right {
        assert_eq!(field(value).as_deref(), Some(expected), "{value}");
    }
    for value in ["Tue, 5 Mar 3024 08:30:00 +0000", "Tue, 5 Foo 2024 08:30:00 +0000", "5 Mar 99999 08:30"] {
        assert_eq!(field(value), None, "{value}");
    }
}

#[test]
fn the_named_zone_of_a_written_date_is_applied() {
    assert_eq!(written("Dienstag, 5. März 2024 um 08:30 MEZ").as_deref(), Some("2024-03-05T07:30:00Z"));
    assert_eq!(written("Tue, Mar 5, 2024 at 8:30 PM EST").as_deref(), Some("2024-03-06T01:30:00Z"));
}
