// Stands in for the window's way to the commands: the same requests, over HTTP. Tests only.
(() => {
  const callbacks = new Map();
  let next = 0;
  window.__TAURI_INTERNALS__ = {
    transformCallback(callback) {
      next += 1;
      callbacks.set(next, callback);
      return next;
    },
    unregisterCallback: (id) => callbacks.delete(id),
    async invoke(command, body = {}, options = {}) {
      const raw = body instanceof Uint8Array || body instanceof ArrayBuffer;
      const headers = new Headers(options.headers);
      headers.set("content-type", raw ? "application/octet-stream" : "application/json");
      const answer = await fetch(`/invoke/${encodeURIComponent(command)}`, {
        method: "POST",
        headers,
        body: raw ? body : JSON.stringify(body),
      });
      const json = answer.headers.get("content-type")?.startsWith("application/json");
      const value = json ? await answer.json() : await answer.arrayBuffer();
      if (!answer.ok) throw value;
      return value;
    },
  };
  window.__TAURI_EVENT_PLUGIN_INTERNALS__ = { unregisterListener: () => undefined };
})();
