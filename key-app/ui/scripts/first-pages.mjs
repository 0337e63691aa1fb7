// Makes the pages that a stick shows before its program: the first page, and what a computer lacks. Nine languages, pictures,
// no script, nothing from elsewhere. Fails where a text of packaging/usb/texts is missing, unused or hard to read.
//   node scripts/first-pages.mjs    writes dist-stick/*.html

import { FluentResource } from "@fluent/bundle";
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { createHash } from "node:crypto";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { runnerImport } from "vite";
import { hard } from "./easy.mjs";
import { missing, things } from "./one-word.mjs";

const root = fileURLToPath(new URL("../../../", import.meta.url));
const here = fileURLToPath(new URL("../", import.meta.url));
const out = join(here, "dist-stick");
const [{ spoken }, { drawings }] = await Promise.all(["languages.ts", "icons/drawings.ts"]
  .map(async (file) => (await runnerImport(join(here, "src", file), { configFile: false, logLevel: "error" })).module));

/** What a browser shows of a page: a picture, a title, and the texts under it. A name in [ ] is typed as it stands. */
const PAGES = {
  "LISEZ-MOI": {
    begins: ["what", "what-none"],
    steps: [
      ["app-window", "windows-title", "windows", ["ouvrir-windows"]],
      ["app-window", "linux-title", "linux", ["ouvrir-linux"]],
      ["keyhole", "then-title", "then-code", "then-secret"],
      ["door-open-b", "leave-title", "leave"],
      ["lifebuoy-b", "help-title", "help"],
      ["hand-heart", "lost-title", "lost"],
    ],
  },
  "manque-windows": lacking("Microsoft Edge WebView2 Runtime"),
  "manque-linux": lacking("WebKitGTK 4.1", "Debian, Ubuntu: libwebkit2gtk-4.1-0", "Fedora: webkit2gtk4.1", "openSUSE: libwebkit2gtk-4_1-0", "Arch: webkit2gtk-4.1"),
};
/** What the launcher says without a page. */
const SAID = ["said-changed", "said-nothing", "said-missing"];

const STYLE = `
:root { color-scheme: light dark; --page: #e8eee6; --surface: #fff; --ink: #12302a; --line: #c3d0c5; --primary: #0d4a40; --tone: #c5e3ee; }
@media (prefers-color-scheme: dark) { :root { --page: #10201c; --surface: #18302a; --ink: #eef5ee; --line: #456058; --primary: #bfe6d8; --tone: #2c5563; } }
* { box-sizing: border-box; }
body { margin: 0; background: var(--page); color: var(--ink); font: 1.25rem/1.4 "Atkinson Hyperlegible Next", "Noto Sans", "Segoe UI", "DejaVu Sans", Verdana, sans-serif; overflow-wrap: anywhere; }
main, nav { max-width: 60rem; margin: 0 auto; padding: 1rem; }
nav ul, ol { list-style: none; margin: 0; padding: 0; display: flex; flex-wrap: wrap; gap: .75rem; }
nav a { display: inline-block; min-height: 2.75rem; min-width: 2.75rem; padding: .4rem 1rem; background: var(--surface); color: var(--primary); border: 2px solid var(--primary); border-radius: .75rem; }
a:focus-visible { outline: 4px solid #4b1d8f; outline-offset: 2px; box-shadow: 0 0 0 6px #fff; }
h1 { font-size: 2.125rem; margin: 0; }
section { margin-block: 2rem; padding-block-start: 1rem; border-block-start: 3px solid var(--line); }
main:has(:target) section:not(:target) { display: none; }
h2 { font-size: 1.75rem; margin: 0 0 .5rem; }
h3 { font-size: 1.5rem; margin: 0; }
p { margin: .25rem 0; }
li.card { flex: 1 1 16rem; background: var(--surface); border: 1px solid var(--line); border-radius: 1.25rem; padding: 1rem; }
svg[hidden] { display: none; }
svg:not([hidden]) { width: 3rem; height: 3rem; fill: currentColor; display: block; }
.tone { color: var(--tone); }
strong { font-size: 1.5rem; }
.draft { font-size: 1.125rem; }
.install { padding-inline-start: 1.25rem; margin: .5rem 0; }
`;

const faults = [];
const languages = Object.keys(spoken);
const texts = new Map(languages.map((language) => [language, read(join(root, `packaging/usb/texts/${language}.ftl`), language)]));
const leaves = new Map(languages.map((language) => [language, read(join(here, `src/texts/${language}.ftl`), language).messages.get("leave")]));
check();
if (faults.length > 0) {
  console.error(faults.join("\n"));
  process.exit(1);
}
mkdirSync(out, { recursive: true });
for (const [name, page] of Object.entries(PAGES)) writeFileSync(join(out, `${name}.html`), html(page));
console.log(`first pages: ${Object.keys(PAGES).length} in ${languages.length} languages, all easy`);

function lacking(...install) {
  return {
    begins: ["missing", "missing-calm"],
    steps: [
      ["check-circle", "missing-other-title", "missing-other"],
      ["warning-circle", "missing-show-title", "missing-show", install],
      ["lifebuoy-b", "help-title", "help"],
    ],
    title: "missing-title",
  };
}

function read(file, language) {
  const text = readFileSync(file, "utf8");
  const messages = new Map(new FluentResource(text).body.map(({ id, value }) => [id, value]));
  const written = [...text.matchAll(/^([a-z][\w-]*) *=/gm)].map(([, key]) => key);
  for (const key of written) if (!messages.has(key)) faults.push(`${language}: ${key} cannot be read`);
  return { messages, draft: text.startsWith("# status: draft") };
}

function check() {
  const all = things(join(root, "docs/words.md"));
  const shown = Object.values(PAGES).flatMap(({ begins, steps, title }) => [...begins, title ?? "title", ...steps.flat(2)]);
  const french = texts.get("fr").messages;
  for (const key of french.keys()) if (![...shown, ...SAID].includes(key)) faults.push(`${key} is never shown`);
  for (const language of languages) {
    const { messages } = texts.get(language);
    for (const key of messages.keys()) if (!french.has(key)) faults.push(`fr: ${key} is missing`);
    for (const [key, wanted] of french) {
      const mine = messages.get(key);
      if (typeof mine !== "string") faults.push(`${language}: ${key} is no plain text`);
      else {
        hard(language, mine, key).forEach((fault) => faults.push(`${language}: ${key}: ${fault}`));
        missing(all, language, [wanted], mine).forEach((word) => faults.push(`${language}: ${key}: does not say ${word}`));
      }
    }
    // What is to be pressed is called as the window calls it.
    if (!messages.get("leave")?.includes(leaves.get(language))) faults.push(`${language}: leave does not name the button`);
  }
}

function html({ begins, steps, title = "title" }) {
  const icons = [...new Set(["usb", ...steps.map(([icon]) => icon)])];
  const hash = createHash("sha256").update(STYLE).digest("base64");
  const policy = `default-src 'none'; style-src 'sha256-${hash}'; base-uri 'none'; form-action 'none'`;
  return `<!DOCTYPE html>
<html lang="fr">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>${escape(said("fr", title))}</title>
<style>${STYLE}</style>
</head>
<body>
<svg width="0" height="0" aria-hidden="true" hidden>
${icons.map(symbol).join("\n")}
</svg>
<nav aria-label="Langues">
<ul>
${languages.map((language) => `<li><a href="#${language}" lang="${language}" hreflang="${language}" dir="${spoken[language].direction}">${spoken[language].name}</a></li>`).join("\n")}
</ul>
</nav>
<main>
<h1>${picture("usb")}${escape(said("fr", title))}</h1>
${languages.map((language) => section(language, begins, steps, title)).join("\n")}
</main>
</body>
</html>
`;
}

function section(language, begins, steps, title) {
  const { name, direction, draft } = spoken[language];
  const heading = language === "fr" ? name : `${name} – ${said(language, title)}`;
  return `<section id="${language}" lang="${language}" dir="${direction}" aria-labelledby="${language}-title">
<h2 id="${language}-title">${escape(heading)}</h2>
${texts.get(language).draft ? `<p class="draft">${escape(draft)}</p>` : ""}
${begins.map((key) => `<p>${escape(said(language, key))}</p>`).join("\n")}
<ol>
${steps.map(([icon, key, ...under]) => `<li class="card">${picture(icon)}
<h3>${escape(said(language, key))}</h3>
${under.map((each) => typeof each === "string" ? `<p>${escape(said(language, each))}</p>` : typed(each)).join("\n")}
</li>`).join("\n")}
</ol>
</section>`;
}

function typed(names) {
  if (names.length === 1) return `<p><strong dir="ltr" lang="en">${escape(names[0])}</strong></p>`;
  return `<ul class="install" dir="ltr" lang="en">${names.map((name) => `<li>${escape(name)}</li>`).join("")}</ul>`;
}

function symbol(name) {
  const paths = drawings[name];
  const drawn = paths.map((path, place) => `<path d="${path}"${paths.length > 1 && place === 0 ? ' class="tone" fill="currentColor"' : ""}/>`);
  return `<symbol id="i-${name}" viewBox="0 0 256 256">${drawn.join("")}</symbol>`;
}

function picture(name) {
  return `<svg viewBox="0 0 256 256" aria-hidden="true" focusable="false"><use href="#i-${name}"/></svg>`;
}

function said(language, key) {
  return texts.get(language).messages.get(key);
}

function escape(text) {
  return text.replace(/ (?=[:?])/g, "\u00a0").replace(/[&<>"]/g, (sign) => `&#${sign.codePointAt(0)};`);
}
