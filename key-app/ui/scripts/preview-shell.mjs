// Invented answers for preview.mjs: a person who does not exist, papers that say nothing.

/** Runs inside the page before the window's own code. `window.invented` lets the preview play the shell. */
export function inventedShell({ stick, papers, language }) {
  const languages = ["fr", "en", "ar", "uk", "es", "pt", "ro", "tr", "ru"];
  const later = (answer, ms = 30) => new Promise((done) => setTimeout(() => done(answer), ms));
  const refuse = (kind, more = {}) => Promise.reject({ kind, ...more });
  const born = Date.UTC(2026, 4, 5) / 1000;
  const bytesOf = (name) => Uint8Array.from(atob(papers[name]), (letter) => letter.charCodeAt(0)).buffer;
  const words = (text) => new TextEncoder().encode(text).buffer;
  const drawing = async () => {
    const canvas = new OffscreenCanvas(900, 600);
    const pen = canvas.getContext("2d");
    pen.fillStyle = "#f3bd4b"; pen.fillRect(0, 0, 900, 600); pen.fillStyle = "#12302a"; pen.fillRect(80, 80, 740, 60);
    return (await canvas.convertToBlob()).arrayBuffer();
  };
  const paper = (folder, id, title, media, read, note = false) =>
    ({ id, folder, title, note, media, length: 1, created: born, changed: born, deleted: null, read });
  const kept = [
    paper(1, "01", "Attestation d’hébergement", "application/pdf", () => bytesOf("pdf")),
    paper(1, "02", "Photo du livret de famille", "image/png", drawing),
    paper(1, "03", "À dire au rendez-vous", "text/plain", () => words("Demander une date.\nApporter 2 photos."), true),
    paper(1, "04", "شهادة الميلاد", "application/pdf", () => bytesOf("pdf")),
    paper(2, "11", "Dessin", "image/svg+xml", () => bytesOf("svg")),
    paper(2, "12", "Photo de téléphone", "image/heic", () => bytesOf("heic")),
    paper(2, "13", "Photo géante", "image/png", () => bytesOf("huge")),
    paper(2, "14", "Papier sans fin", "application/pdf", () => bytesOf("endless")),
    paper(2, "15", "Papier japonais", "application/pdf", () => bytesOf("japanese")),
    paper(2, "16", "Papier lent", "application/pdf", () => later(bytesOf("pdf"), 3000)),
    paper(2, "17", "Longue lettre", "text/plain", () => words("Une ligne de lettre. ".repeat(20_000))),
    paper(2, "18", "Papier perdu", "application/pdf", () => refuse("gone")),
    ...Array.from({ length: 9 }, (_, each) => paper(3, `3${each}`, `Ordonnance ${each + 1}`, "application/pdf", () => bytesOf("pdf"))),
  ];
  const seen = ({ read, ...shown }) => shown;
  let bin = [];
  let stopped = false;
  let open = false;
  const folders = Array.from({ length: 12 }, (_, folder) => ({ folder, papers: kept.filter((each) => each.folder === folder).length }));
  const home = () => {
    open = true;
    return { notices: [{ kind: "wrongCodes", count: 2 }, { kind: "renewalAdvised" }], folders, used: 4e6, quota: 1e8 };
  };
  const own = ["cle-a.bin", "cle-b.bin", "repere-a.bin", "repere-b.bin"].map((name) => ({ name, bytes: 8192, what: "own" }));
  const listed = [["cle", 12_400_000], ["cle.exe", 13_100_000], ["LISEZMOI.txt", 2_100], ["licences/polices.txt", 84_000], ["liste.sha256", 420]]
    .map(([name, bytes]) => ({ name, bytes, what: "listed" }));
  const odd = [["cle.exe", 13_100_009, "changed"], ["photos/vacances/plage.jpg", 2_400_000, "unlisted"], ["LISEZMOI.txt", 0, "missing"],
    ["cle-b.bin", 4096, "ownWrongSize"]].map(([name, bytes, what]) => ({ name, bytes, what }));
  const list = "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08";
  const only = (some, others) => [...some, ...others.filter((each) => !some.some(({ name }) => name === each.name))];
  const contents = {
    calm: { files: [...own, ...listed], list, signature: "good" },
    odd: { files: only(odd, [...own, ...listed]), list, signature: "wrong" },
    many: { files: only([...own, ...listed], Array.from({ length: 3000 }, (_, each) => ({ name: `photos/${each}.jpg`, bytes: 2e6, what: "unlisted" }))), list, signature: "development" },
    bare: { files: [...own, ...listed.map((each) => ({ ...each, what: "unlisted" }))], list: null },
  };
  const heard = new Map();
  const callbacks = [];
  const invented = {
    contents: "calm",
    slow: 30,
    emit: (event, payload) => heard.get(event)?.forEach((handler) => callbacks[handler]({ event, id: handler, payload })),
  };
  const mine = (title, closes, state, days) => ({ name: `own/${title}`, kind: "own", title, minute: null, opens: closes, closes, state, days });
  const dates = {
    today: "2026-11-24",
    due: [mine("Médecin", "2026-11-30", "open", 6), mine("École", "2026-12-15", "coming", 21)],
    followed: [],
  };
  const commands = {
    services: () => later([]),
    dates: () => later(dates),
    settings: () => later({}),
    keep_setting: () => later(null),
    start: () => later({ stick, practice: stick === "new", languages: [language, ...languages.filter((each) => each !== language)], language, largest: 1_000_000 }),
    propose_code: ({ kind }) => later(kind === "digits" ? { digits: "481516" } : { pictures: [2, 7, 11, 0, 4] }),
    check_code: ({ code }) => (code.digits === "123456" ? refuse("codePolicy") : later(null)),
    first_open: () => later({ home: home(), card: "7KQ2M-X9D4R-HV3TB-5NWPE-J8C6Y-Z1" }, invented.slow),
    open: ({ code }) => {
      if (code.digits === "111111") return refuse("wrongCode", { left: 8 });
      if (code.digits === "222222") return refuse("wait", { seconds: 2 });
      return later({ home: home() }, invented.slow);
    },
    confirm_card: ({ typed }) => later(typed !== "WRONG"),
    list: ({ folder }) => later(kept.filter((each) => each.folder === folder && !bin.includes(each)).map(seen)),
    bin: () => later((bin.length ? bin : [kept[0]]).map(seen)),
    read: ({ id }) => Promise.resolve(kept.find((each) => each.id === id).read()),
    put_paper: async (body, { headers }) => {
      const [title, media] = [headers.title, headers.media].map(decodeURIComponent);
      const quick = title.startsWith("vite");
      stopped = false;
      for (let step = 0; step <= 4; step += 1) {
        await later(null, quick ? 0 : 150);
        if (stopped) return refuse("stopped");
        invented.emit("progress", { done: (body.length * step) / 4, total: body.length });
      }
      if (title.includes("refused")) return refuse("paper");
      const put = paper(Number(headers.folder), `9${kept.length}`, title, media, () => bytesOf("pdf"));
      kept.push(put);
      return seen(put);
    },
    stop: () => { stopped = true; return later(null); },
    put_note: ({ folder, title, text }) => {
      const put = paper(folder, `9${kept.length}`, title, "text/plain", () => words(text), true);
      kept.push(put);
      return later(seen(put));
    },
    rewrite_note: ({ id, text }) => {
      const note = kept.find((each) => each.id === id);
      note.read = () => words(text);
      return later(seen(note));
    },
    rename: () => later(null), move_to: () => later(null, 1500),
    remove: ({ id }) => { bin = kept.filter((each) => each.id === id); return later(null); },
    restore: () => { bin = []; return later(null); },
    stick_contents: () => later(contents[invented.contents]),
    search_stick: () => later({ searched: 9, found: 0, common: 0 }),
    leave: () => later(null), set_language: () => later(null), present: () => later(open),
    "plugin:event|listen": ({ event, handler }) => { heard.set(event, [...(heard.get(event) ?? []), handler]); return later(handler); },
    "plugin:event|unlisten": ({ event, eventId }) => { heard.set(event, heard.get(event).filter((each) => each !== eventId)); return later(null); },
  };
  window.invented = invented;
  window.__TAURI_INTERNALS__ = {
    invoke: (name, body, options) => commands[name]?.(body ?? {}, options) ?? refuse("portalProblem", { reason: name }),
    transformCallback: (callback) => callbacks.push(callback) - 1,
  };
  window.__TAURI_EVENT_PLUGIN_INTERNALS__ = { unregisterListener: () => undefined };
  // As in the shell: nobody may change what every object has.
  Object.freeze(Object.prototype);
}
