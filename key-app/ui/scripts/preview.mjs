// A look at the built window without the shell: development only, this proves nothing and is no test.
// Serves dist under the shell's own policy, puts invented answers in place of the commands, takes a picture
// of each screen into /tmp/ui-*.png at 1024×600 and lists what axe finds.
//   npm run build && npm run preview [-- width height]

import { createServer } from "node:http";
import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { extname, join, normalize } from "node:path";
import { fileURLToPath } from "node:url";
import { chromium } from "playwright-core";
import { inventedShell, inventedPdf } from "./preview-shell.mjs";

const dist = fileURLToPath(new URL("../dist/", import.meta.url));
const axe = createRequire(import.meta.url).resolve("axe-core/axe.min.js");
const [width = 1024, height = 600] = process.argv.slice(2).map(Number);
const suffix = width === 1024 ? "" : `-${width}`;
const policy = "default-src 'none'; script-src 'self'; worker-src 'self' blob:; style-src 'self'; font-src 'self'; "
  + "img-src 'self' blob: data:; connect-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";
const kinds = { ".html": "text/html", ".js": "text/javascript", ".mjs": "text/javascript", ".css": "text/css", ".woff2": "font/woff2" };

const server = createServer(async (request, response) => {
  const path = normalize(new URL(request.url, "http://localhost").pathname).replace(/\/$/, "/index.html");
  try {
    const body = await readFile(join(dist, path));
    response.writeHead(200, { "content-type": kinds[extname(path)] ?? "application/octet-stream", "content-security-policy": policy });
    response.end(body);
  } catch {
    response.writeHead(path === "/favicon.ico" ? 204 : 404).end();
  }
});
await new Promise((ready) => server.listen(0, "127.0.0.1", ready));
const address = `http://127.0.0.1:${server.address().port}/`;
const browser = await chromium.launch({ executablePath: "/usr/bin/chromium", args: ["--no-sandbox"] });
let faults = 0;
let screens = 0;

const first = await visit("new");
await look(first, "language");
await press(first, "lang-ok");
await look(first, "first-code");
await type(first, "481516");
await press(first, "code-ok");
await look(first, "first-code-hidden");
await type(first, "481516");
await press(first, "code-ok");
await look(first, "card");
await press(first, "card-have");
await first.page.fill("[data-test=card-field]", "WRONG");
await press(first, "card-ok");
await look(first, "card-read");
await first.page.context().close();

const again = await visit("ready");
await press(again, "lang-ok");
await type(again, "111111");
await press(again, "code-ok");
await look(again, "code-wrong");
await again.page.check("[data-test=code-kind-pictures]");
await press(again, "code-picture-3");
await look(again, "code-pictures");
await again.page.check("[data-test=code-kind-digits]");
await type(again, "222222");
await press(again, "code-ok");
await look(again, "code-wait");
await again.page.waitForFunction(() => !document.querySelector("[data-test=wait]"));
await type(again, "481516");
await press(again, "code-ok");
await look(again, "home");
for (const door of ["steps", "dates"]) {
  await press(again, `door-${door}`);
  await look(again, door);
  await press(again, "back");
}
await press(again, "help");
await look(again, "help");
await press(again, "help-close");
await press(again, "door-papers");
await look(again, "papers");
await press(again, "folder-5");
await look(again, "folder-empty");
await press(again, "back");
await press(again, "folder-1");
await again.page.setInputFiles("[data-test=add-file-input]", ["a.pdf", "b.png", "refused.bin"].map((name) => ({ name, mimeType: "", buffer: Buffer.from("x") })));
await again.page.waitForSelector("[data-test=adding]");
await look(again, "adding");
await again.page.waitForSelector("[data-test=added]");
await look(again, "folder");
await open(again, "Attestation");
await again.page.waitForSelector("[data-test=viewer][data-state=shown]");
await look(again, "paper-pdf");
await press(again, "zoom-in");
await press(again, "page-after");
await again.page.waitForSelector("[data-test=viewer][data-state=shown]");
await look(again, "paper-zoom");
await press(again, "paper-rename");
await look(again, "rename");
await press(again, "rename-cancel");
await press(again, "paper-move");
await look(again, "move");
await press(again, "move-cancel");
await press(again, "paper-delete");
await again.page.waitForSelector("[data-test=paper-undo]");
await look(again, "paper-deleted");
await press(again, "back");
await open(again, "Photo");
await again.page.waitForSelector("[data-test=viewer][data-state=shown]");
await look(again, "paper-picture");
await press(again, "back");
await open(again, "À dire");
await look(again, "paper-note");
await press(again, "back");
await press(again, "bin");
await look(again, "bin");
await press(again, "back");
await press(again, "add-note");
await again.page.fill("[data-test=note-name]", "Rendez-vous");
await look(again, "new-note");
await press(again, "leave");
await look(again, "unsent");
await press(again, "unsent-stay");
await press(again, "back");
await press(again, "unsent-leave");
await press(again, "back");
await press(again, "back");
await press(again, "settings");
await look(again, "settings");
await press(again, "stick-contents");
await again.page.fill("[data-test=stick-search]", "Diarra");
await again.page.waitForSelector("[data-test=stick-found] strong");
await look(again, "stick");
for (let times = 0; times < 3; times += 1) await again.page.keyboard.press("Escape");
await again.page.waitForSelector("[data-test=locked-left]");
await look(again, "locked");
await again.page.context().close();

const missing = await visit("missing");
await look(missing, "no-stick");

await browser.close();
server.close();
console.log(`${screens} screens, ${faults} findings`);
process.exitCode = faults === 0 ? 0 : 1;

async function visit(stick) {
  const context = await browser.newContext({ viewport: { width, height }, locale: "fr-FR", bypassCSP: false });
  const page = await context.newPage();
  page.setDefaultTimeout(8000);
  page.on("console", (message) => { if (["error", "warning"].includes(message.type())) report(`console: ${message.text()}`); });
  page.on("pageerror", (thrown) => report(`page: ${thrown}`));
  page.on("request", (request) => { if (!/^(http:\/\/127|blob:|data:)/.test(request.url())) report(`remote: ${request.url()}`); });
  await page.addInitScript({ path: axe });
  await page.addInitScript(inventedShell, { stick, pdf: inventedPdf() });
  await page.goto(address);
  await page.waitForSelector("h1");
  return { page };
}

async function press({ page }, name) {
  await page.click(`[data-test=${name}]`);
}

async function type({ page }, code) {
  await page.fill("[data-test=code-field]", code);
}

async function open({ page }, title) {
  await page.click(`[data-test^=paper-]:has-text("${title}")`);
}

async function look({ page }, name) {
  await page.waitForTimeout(250);
  screens += 1;
  await page.screenshot({ path: `/tmp/ui-${name}${suffix}.png` });
  const seen = await page.evaluate(async () => {
    const tags = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22a", "wcag22aa", "best-practice", "RGAAv4"];
    const { violations } = await window.axe.run(document, { runOnly: { type: "tag", values: tags }, rules: { "target-size": { enabled: true } } });
    const small = [...document.querySelectorAll("button, label.pick")].filter((each) => {
      const box = each.getBoundingClientRect();
      return box.width > 0 && (box.width < 44 || box.height < 44);
    }).map((each) => each.outerHTML.slice(0, 80));
    return {
      violations: violations.map((each) => `${each.id}: ${each.nodes.map((node) => node.html.slice(0, 140)).join(" | ")}`),
      small,
      headings: document.querySelectorAll("h1").length,
      wide: document.documentElement.scrollWidth > innerWidth,
      tall: document.documentElement.scrollHeight,
      inline: [...document.querySelectorAll("[style]:not([style=\"\"])")].map((each) => each.outerHTML.slice(0, 300)),
    };
  });
  seen.violations.forEach((each) => report(`${name}: ${each}`));
  seen.small.forEach((each) => report(`${name}: small target ${each}`));
  if (seen.headings !== 1) report(`${name}: ${seen.headings} h1`);
  if (seen.wide) report(`${name}: wider than the window`);
  seen.inline.forEach((each) => report(`${name}: inline style ${each}`));
  console.log(`${name} (${seen.tall}px)`);
}

function report(fault) {
  faults += 1;
  console.log(`  ✗ ${fault}`);
}
