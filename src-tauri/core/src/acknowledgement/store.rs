//! Who had an acknowledgement lately, in the database. An entry is forgotten once it no longer counts.

use sqlx::SqliteConnection;

use super::PER_ADDRESS_SECONDS;
use crate::clock::Timestamp;
use crate::error::Error;

/// Whether an address had an acknowledgement within seven days. What follows a plus does not make it another one.
pub async fn had_one_lately(
    connection: &mut SqliteConnection,
    address: &str,
    now: Timestamp,
) -> Result<bool, Error> {
    let address = counted(address);
    let since = now.plus_seconds(-PER_ADDRESS_SECONDS);
    Ok(sqlx::query_scalar!(
        r#"SELECT EXISTS (SELECT 1 FROM acknowledged WHERE address = $1 AND at > $2) AS "had: bool""#,
        address,
        since,
    )
    .fetch_one(connection)
    .await?)
}

/// How many acknowledgements were put into the outbox after an instant.
pub async fn count_since(connection: &mut SqliteConnection, since: Timestamp) -> Result<u32, Error> {
    Ok(sqlx::query_scalar!(r#"SELECT count(*) AS "count: u32" FROM acknowledged WHERE at > $1"#, since)
        .fetch_one(connection)
        .await?)
}

/// Notes that an address gets an acknowledgement, and forgets who had one too long ago to count.
pub async fn note(connection: &mut SqliteConnection, address: &str, now: Timestamp) -> Result<(), Error> {
    forget_old(connection, now).await?;
    let address = counted(address);
    sqlx::query!(
        "INSERT INTO acknowledged (address, at) VALUES ($1, $2) ON CONFLICT (address) DO UPDATE SET at = excluded.at",
        address,
        now,
    )
    .execute(connection)
    .await?;
    Ok(())
}

/// Forgets that an address gets an acknowledgement: it never left, or the person is erased.
pub async fn forget(connection: &mut SqliteConnection, address: &str) -> Result<(), Error> {
    let address = counted(address);
    sqlx::query!("DELETE FROM acknowledged WHERE address = $1", address).execute(connection).await?;
    Ok(())
}

/// Forgets who had an acknowledgement too long ago to count.
pub async fn forget_old(connection: &mut SqliteConnection, now: Timestamp) -> Result<(), Error> {
    let since = now.plus_seconds(-PER_ADDRESS_SECONDS);
    sqlx::query!("DELETE FROM acknowledged WHERE at <= $1", since).execute(connection).await?;
    Ok(())
}

fn counted(address: &str) -> String {
    let address = address.to_lowercase();
    match address.rsplit_once('@') {
        Some((local, domain)) => format!("{}@{domain}", local.split('+').next().unwrap_or(local)),
        None => address,
    }
}

#[cfg(test)]
mod tests {
    use super::counted;

    #[test]
    fn what_follows_a_plus_does_not_count() {
        assert_eq!(counted("Jan+devis@Mail.example"), "jan@mail.example");
        assert_eq!(counted("jan@mail.example"), "jan@mail.example");
    }
}
