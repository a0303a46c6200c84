//! `serve`: the site on 127.0.0.1, each page rendered when it is asked for.
//!
//! In: a job. Out: answers to a browser on this machine, from the same functions as a build. When a
//! file is saved, the content is read again and the browser reloads; while the content has errors, the
//! last good state stays and the diagnostics stand above it.

mod reload;
mod respond;
mod state;
mod watch;

use std::sync::Arc;

use tiny_http::Server;

use crate::Job;
use crate::memory::Saved;
use crate::output::Refusal;
use crate::values::{Locale, said};

use state::Shared;

/// Serves until the program is ended.
///
/// # Errors
/// When the port is taken or the folders cannot be watched.
pub fn serve(job: &Job, port: u16, lang: Locale, tell: &dyn Fn(&str)) -> Result<(), Refusal> {
    let server = Server::http(("127.0.0.1", port)).map_err(|fault| {
        Refusal::new(
            said!(
                "port {port} on 127.0.0.1 cannot be used: {fault}",
                "không dùng được cổng {port} trên 127.0.0.1: {fault}"
            ),
            said!(
                "end the other program, or choose another port with --port",
                "tắt chương trình kia, hoặc chọn cổng khác bằng --port"
            ),
        )
    })?;
    let shared = Arc::new(Shared::new(job.clone(), lang));
    shared.show(shared.look(&Saved::Anything));
    let _watcher = watch::watch(&shared)?;
    // What was saved before the watch began.
    shared.show(shared.look(&Saved::Anything));
    if let Some(address) = server.server_addr().to_ip() {
        let said = said!(
            "serving on http://{address}/ — end with Ctrl+C",
            "đang chạy tại http://{address}/ — nhấn Ctrl+C để dừng"
        );
        tell(said.get(lang));
    }
    for request in server.incoming_requests() {
        let shared = Arc::clone(&shared);
        // A request may wait for the next change, so each has a thread of its own.
        std::thread::spawn(move || respond::respond(request, &shared));
    }
    Ok(())
}
