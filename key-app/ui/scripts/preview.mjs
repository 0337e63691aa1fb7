// A look at the built window without the shell: development only, this proves nothing and is no test.
// Serves dist under the shell's own policy, puts invented answers in place of the commands, goes every way through
// the screens, takes a picture of each into /tmp/ui-*.png and lists what axe and preview-look.mjs find.
//   npm run build && npm run preview [-- width height [light|dark [language]]]
//   --only=papers,typing goes these ways alone.
//   npm run pseudo: the same over texts in dressed letters, where a letter without a dress stands in the code.

import { createServer } from "node:http";
import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { extname, join, normalize } from "node:path";
import { fileURLToPath } from "node:url";
import { chromium } from "playwright-core";
import { journeys } from "./preview-journeys.mjs";
import { count, faults, look, report } from "./preview-look.mjs";
import { papers } from "./preview-papers.mjs";
import { inventedShell } from "./preview-shell.mjs";

const pseudo = process.argv.includes("--pseudo");
const asked = process.argv.slice(2).filter((each) => !each.startsWith("--"));
const dist = fileURLToPath(new URL(pseudo ? "../dist-pseudo/" : "../dist/", import.meta.url));
const axe = createRequire(import.meta.url).resolve("axe-core/axe.min.js");
const [width = 1024, height = width === 320 ? 640 : 600] = asked.slice(0, 2).map(Number);
const colorScheme = asked[2] ?? "light";
const language = asked[3] ?? "fr";
const fitted = ["fr", "ar"].includes(language) && !pseudo;
const suffix = [width !== 1024 && `-${width}`, ![600, 640].includes(height) && `x${height}`, colorScheme === "dark" && "-dark", language !== "fr" && `-${language}`, pseudo && "-pseudo"].filter(Boolean).join("");
const policy = "default-src 'none'; script-src 'self'; worker-src 'self' blob:; style-src 'self'; font-src 'self'; "
  + "img-src 'self' blob: data:; connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";
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

const only = process.argv.find((each) => each.startsWith("--only="))?.slice(7).split(",");

for (const journey of journeys.filter(({ name }) => !only || only.includes(name))) {
  console.log(`— ${journey.name}`);
  try {
    await journey({ visit, report });
  } catch (thrown) {
    report(`${journey.name}: ${thrown}`);
  }
}
await browser.close();
server.close();
console.log(`${count()} screens, ${faults.length} findings`);
process.exitCode = faults.length === 0 ? 0 : 1;

/** A window of its own, at its first screen. */
async function visit(stick, query = "") {
  const context = await browser.newContext({ viewport: { width, height }, locale: "fr-FR", colorScheme });
  const page = await context.newPage();
  page.setDefaultTimeout(8000);
  const requests = [];
  page.on("console", (message) => { if (["error", "warning"].includes(message.type())) report(`console: ${message.text()}`); });
  page.on("pageerror", (thrown) => report(`page: ${thrown}`));
  page.on("dialog", (dialog) => report(`a script asked: ${dialog.message()}`));
  page.on("request", (request) => {
    requests.push(request.url());
    if (!/^(http:\/\/127|blob:|data:)/.test(request.url())) report(`remote: ${request.url()}`);
  });
  await page.addInitScript({ path: axe });
  await page.addInitScript(inventedShell, { stick, papers, language });
  await page.goto(address + query);
  await page.waitForSelector("[data-screen]:not([data-screen=starting])");
  const at = (name) => `[data-test=${name}]`;
  return {
    page,
    language,
    asked: requests,
    press: (name) => page.click(at(name)),
    fill: (name, text) => page.fill(at(name), text),
    see: (name, more = {}) => page.waitForSelector(at(name), more),
    gone: (name) => page.waitForSelector(at(name), { state: "detached" }),
    at: (screen) => page.waitForSelector(`[data-screen=${screen}]`),
    paper: (title) => page.click(`[data-test^=paper-]:has-text("${title}")`),
    shown: (state = "shown", timeout = 8000) => page.waitForSelector(`[data-test=viewer][data-state=${state}]`, { timeout }),
    invent: (what) => page.evaluate((more) => Object.assign(window.invented, more), what),
    emit: (event, payload) => page.evaluate(([name, told]) => window.invented.emit(name, told), [event, payload]),
    // Longer words may go below the fold in other languages: the page then goes up and down, nothing more.
    look: (name, more) => look(page, name, suffix, { pseudo, ...more, fits: more?.fits && fitted }),
    /** Where the focus is: the name a test would use, or h1. */
    focused: () => page.evaluate(() => document.activeElement.dataset.test ?? document.activeElement.tagName),
    close: () => context.close(),
  };
}
