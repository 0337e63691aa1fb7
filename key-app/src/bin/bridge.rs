//! For tests only: the built pages and the real commands, served to a browser on the loopback. The
//! window is replaced, nothing else: pages, policy, commands and core are those of the program.

use anyhow::Context;
use axum::{
    Router,
    body::Bytes,
    extract::{Path, State},
    http::{HeaderMap, StatusCode, header},
    response::{IntoResponse, Response},
    routing::{get, post},
};
use clap::Parser;
use key_app::{
    Desk,
    guard::{self, WINDOW, Why},
};
use key_core::stick::Folder;
use std::path::PathBuf;
use tauri::{
    App, AppHandle, Manager, WebviewUrl, WebviewWindowBuilder,
    ipc::{CallbackFn, InvokeBody, InvokeResponseBody},
    test::{INVOKE_KEY, MockRuntime, get_ipc_response, mock_builder},
    webview::InvokeRequest,
};

/// What stands in for the window's own way to the commands.
const INVOKE: &str = include_str!("bridge.js");

/// Serves the pages of a stick.
#[derive(Parser)]
struct Arguments {
    /// Folder of the key files.
    #[arg(long)]
    stick: PathBuf,
    /// Folder into which everything goes that a person saves.
    #[arg(long)]
    saves: PathBuf,
}

#[tokio::main]
async fn main() -> anyhow::Result<()> {
    let arguments = Arguments::parse();
    let app: App<MockRuntime> = mock_builder()
        .manage(Desk::new(Folder::new(arguments.stick)).saving_in(arguments.saves))
        .invoke_handler(key_app::handler())
        .build(key_app::context())?;
    WebviewWindowBuilder::new(&app, WINDOW, WebviewUrl::App("index.html".into())).build()?;
    let routes = Router::new()
        .route("/bridge.js", get(script))
        .route("/invoke/{command}", post(invoke))
        .fallback(page)
        .with_state(app.handle().clone());
    let listener = tokio::net::TcpListener::bind("127.0.0.1:0").await?;
    println!("http://{}", listener.local_addr()?);
    axum::serve(listener, routes).await.context("serving")
}

async fn script() -> Response {
    ([(header::CONTENT_TYPE, "text/javascript")], INVOKE).into_response()
}

/// A page or asset as the program holds it, under the program's policy.
async fn page(State(app): State<AppHandle<MockRuntime>>, uri: axum::http::Uri) -> Response {
    let path = if uri.path() == "/" {
        "/index.html"
    } else {
        uri.path()
    };
    let Some(asset) = app.asset_resolver().get(path.to_owned()) else {
        return StatusCode::NOT_FOUND.into_response();
    };
    let mut bytes = asset.bytes;
    if path == "/index.html" {
        let text = String::from_utf8_lossy(&bytes);
        let own = "<head><script src=\"/bridge.js\"></script>";
        bytes = text.replacen("<head>", own, 1).into_bytes();
    }
    let mut response = bytes.into_response();
    let headers = response.headers_mut();
    if let Ok(kind) = asset.mime_type.parse() {
        headers.insert(header::CONTENT_TYPE, kind);
    }
    if let Some(policy) = asset.csp_header.and_then(|policy| policy.parse().ok()) {
        headers.insert(header::CONTENT_SECURITY_POLICY, policy);
    }
    response
}

/// One command, as the window would hand it on.
async fn invoke(
    State(app): State<AppHandle<MockRuntime>>,
    Path(command): Path<String>,
    headers: HeaderMap,
    body: Bytes,
) -> Response {
    // The program would end; the bridge is ended by the test.
    if command == "leave" {
        guard::shut(&app, Why::Left).await;
        return axum::Json(()).into_response();
    }
    let raw = headers
        .get(header::CONTENT_TYPE)
        .is_some_and(|kind| kind == "application/octet-stream");
    let body = if raw {
        InvokeBody::Raw(body.to_vec())
    } else {
        InvokeBody::Json(serde_json::from_slice(&body).unwrap_or_default())
    };
    let Ok(url) = "tauri://localhost".parse() else {
        return StatusCode::INTERNAL_SERVER_ERROR.into_response();
    };
    let request = InvokeRequest {
        cmd: command,
        callback: CallbackFn(0),
        error: CallbackFn(1),
        url,
        body,
        headers,
        invoke_key: INVOKE_KEY.to_owned(),
    };
    let answer = tokio::task::spawn_blocking(move || {
        let window = app.get_webview_window(WINDOW)?;
        Some(get_ipc_response(&window, request))
    })
    .await;
    match answer {
        Ok(Some(Ok(InvokeResponseBody::Json(json)))) => {
            ([(header::CONTENT_TYPE, "application/json")], json).into_response()
        }
        Ok(Some(Ok(InvokeResponseBody::Raw(bytes)))) => bytes.into_response(),
        Ok(Some(Err(refusal))) => (StatusCode::BAD_REQUEST, axum::Json(refusal)).into_response(),
        Ok(None) | Err(_) => StatusCode::INTERNAL_SERVER_ERROR.into_response(),
    }
}
