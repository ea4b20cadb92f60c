//! Several programs start on one workspace: one has it, the others say which.

use std::process::{Command, Output};

use crate::office::Office;

fn list_requests(workspace: &std::path::Path) -> Output {
    Command::new(env!("CARGO_BIN_EXE_quoinctl"))
        .arg("--workspace")
        .arg(workspace)
        .args(["requests", "list", "--json"])
        .output()
        .unwrap()
}

#[tokio::test]
async fn a_second_program_names_the_process_that_has_the_workspace() {
    let office = Office::open().await;

    let refused = list_requests(&office.workspace());

    assert_eq!(refused.status.code(), Some(1));
    let said = String::from_utf8_lossy(&refused.stderr);
    assert!(said.contains(&std::process::id().to_string()), "{said}");
    assert!(refused.stdout.is_empty());
}

#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn many_starts_at_once_harm_nothing() {
    let office = Office::open().await;
    let (paused, workspace) = office.pause().await;

    let starts: Vec<_> = (0..16)
        .map(|_| {
            let workspace = workspace.clone();
            tokio::task::spawn_blocking(move || list_requests(&workspace).status.code())
        })
        .collect();
    let mut codes = Vec::new();
    for start in starts {
        codes.push(start.await.unwrap());
    }

    assert!(codes.contains(&Some(0)), "somebody gets it: {codes:?}");
    assert!(codes.iter().all(|code| matches!(code, Some(0 | 1))), "{codes:?}");
    assert!(paused.resume().await.desk.database().is_sound().await.unwrap());
}
