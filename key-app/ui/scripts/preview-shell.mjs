// Invented answers for preview.mjs: a person who does not exist, papers that say nothing.

/** Runs inside the page before the window's own code. */
export function inventedShell({ stick, pdf }) {
  const later = (answer, ms = 30) => new Promise((done) => setTimeout(() => done(answer), ms));
  const refuse = (kind, more = {}) => Promise.reject({ kind, ...more });
  const born = Date.UTC(2026, 4, 5) / 1000;
  const paper = (id, title, media, note = false) =>
    ({ id, folder: 1, title, note, media, length: 1, created: born, changed: born, deleted: null });
  const kept = [
    paper("01", "Attestation d’hébergement", "application/pdf"),
    paper("02", "Photo du livret de famille", "image/png"),
    paper("03", "À dire au rendez-vous", "text/plain", true),
    paper("04", "شهادة الميلاد", "application/pdf"),
  ];
  let bin = [];
  const folders = [4, 4, 2, 3, 2, 0, 1, 6, 0, 1, 0, 0].map((papers, folder) => ({ folder, papers }));
  const home = () => ({
    notices: [{ kind: "wrongCodes", count: 2 }, { kind: "renewalAdvised" }], folders, used: 4e6, quota: 1e8,
  });
  const bytesOf = { "application/pdf": () => Uint8Array.from(atob(pdf), (letter) => letter.charCodeAt(0)).buffer,
    "text/plain": () => new TextEncoder().encode("Demander une date.\nApporter 2 photos.").buffer,
    "image/png": async () => {
      const canvas = new OffscreenCanvas(900, 600);
      const pen = canvas.getContext("2d");
      pen.fillStyle = "#f3bd4b"; pen.fillRect(0, 0, 900, 600); pen.fillStyle = "#12302a"; pen.fillRect(80, 80, 740, 60);
      return (await canvas.convertToBlob()).arrayBuffer();
    } };
  const commands = {
    start: () => later({ stick, practice: stick === "new", languages: ["en", "fr"], language: "fr" }),
    propose_code: ({ kind }) => later(kind === "digits" ? { digits: "481516" } : { pictures: [2, 7, 11, 0, 4] }),
    first_open: () => later({ home: home(), card: "7KQ2M-X9D4R-HV3TB-5NWPE-J8C6Y-Z1" }),
    open: ({ code }) => {
      if (code.digits === "111111") return refuse("wrongCode", { left: 8 });
      if (code.digits === "222222") return refuse("wait", { seconds: 2 });
      return later({ home: home() });
    },
    confirm_card: ({ typed }) => later(typed !== "WRONG"),
    list: ({ folder }) => later(folder === 1 ? kept.filter((each) => !bin.includes(each)) : []),
    bin: () => later(bin.length ? bin : [kept[0]]),
    read: async ({ id }) => bytesOf[kept.find((each) => each.id === id).media](),
    put_paper: (_, { headers }) => later(null, 500).then(() => {
      const title = decodeURIComponent(headers.title);
      return title === "refused" ? refuse("paper") : paper(`9${title}`, title, decodeURIComponent(headers.media));
    }),
    put_note: ({ title }) => later(paper("05", title, "text/plain", true)),
    rename: () => later(null), move_to: () => later(null),
    remove: ({ id }) => { bin = kept.filter((each) => each.id === id); return later(null); },
    restore: () => { bin = []; return later(null); },
    stick_contents: () => later({ files: [
      ["cle", 12_400_000, false], ["cle.exe", 13_100_000, false], ["LISEZMOI.txt", 2_100, false],
      ["licences.txt", 84_000, false], ["serrure-a", 4096, true], ["serrure-b", 4096, true],
    ].map(([name, bytes, own]) => ({ name, bytes, own })) }),
    search_stick: () => later({ searched: 6, found: 0 }),
    leave: () => later(null), set_language: () => later(null), present: () => later(true),
    "plugin:event|listen": () => later(1), "plugin:event|unlisten": () => later(null),
  };
  window.__TAURI_INTERNALS__ = {
    invoke: (name, body, options) => commands[name]?.(body ?? {}, options) ?? refuse("portalProblem", { reason: name }),
    transformCallback: () => 1,
  };
  // As in the shell: nobody may change what every object has.
  Object.freeze(Object.prototype);
}

/** Two pages of one sentence each, as base64. */
export function inventedPdf() {
  const page = (words) => `BT /F1 28 Tf 60 760 Td (${words}) Tj ET`;
  const texts = ["Attestation d'hebergement", "Page suivante"].map(page);
  const objects = [
    "<</Type/Catalog/Pages 2 0 R/OpenAction<</S/JavaScript/JS(app.alert\\(1\\))>>>>",
    "<</Type/Pages/Kids[3 0 R 4 0 R]/Count 2>>",
    ...[6, 7].map((text) => `<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Resources<</Font<</F1 5 0 R>>>>/Contents ${text} 0 R>>`),
    "<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>",
    ...texts.map((text) => `<</Length ${text.length}>>stream\n${text}\nendstream`),
  ];
  let file = "%PDF-1.4\n";
  const places = objects.map((object, index) => {
    const place = file.length;
    file += `${index + 1} 0 obj\n${object}\nendobj\n`;
    return place;
  });
  const start = file.length;
  file += `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${places.map((place) => `${String(place).padStart(10, "0")} 00000 n \n`).join("")}`;
  file += `trailer<</Size ${objects.length + 1}/Root 1 0 R>>\nstartxref\n${start}\n%%EOF`;
  return Buffer.from(file, "latin1").toString("base64");
}
