// One look at a screen: a picture in /tmp, what axe finds, and what no picture shows.

export const faults = [];
let screens = 0;

export function report(fault) {
  faults.push(fault);
  console.log(`  ✗ ${fault}`);
}

export function count() {
  return screens;
}

/** `fits` where the screen must stand in 1024×600 without scrolling. */
export async function look(page, name, suffix, { fits = false, pseudo = false } = {}) {
  await page.waitForTimeout(250);
  screens += 1;
  await page.screenshot({ path: `/tmp/ui-${name}${suffix}.png` });
  const { width, height } = page.viewportSize();
  const seen = await page.evaluate(inspect);
  seen.faults.forEach((each) => report(`${name}: ${each}`));
  if (pseudo) (await page.evaluate(undressed)).forEach((each) => report(`${name}: a text stands in the code: ${each}`));
  if (fits && width === 1024 && height === 600 && seen.tall > 600) report(`${name}: ${seen.tall} px high`);
  console.log(`${name} (${seen.tall}px)`);
}

/** Runs inside the page. */
async function inspect() {
  const tags = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22a", "wcag22aa", "best-practice", "RGAAv4"];
  const { violations } = await window.axe.run(document, { runOnly: { type: "tag", values: tags }, rules: { "target-size": { enabled: true } } });
  const found = violations.map((each) => `${each.id}: ${each.nodes.map((node) => node.html.slice(0, 140)).join(" | ")}`);
  const short = (each) => each.outerHTML.slice(0, 90);
  const shown = (each) => each.getBoundingClientRect().width > 0;

  for (const each of document.querySelectorAll("button, label.pick, summary")) {
    const box = each.getBoundingClientRect();
    if (box.width > 0 && (box.width < 44 || box.height < 44)) found.push(`small target ${short(each)}`);
  }
  const headings = document.querySelectorAll("h1").length;
  if (headings !== 1) found.push(`${headings} h1`);
  for (const each of document.querySelectorAll("[style]:not([style=\"\"])")) found.push(`inline style ${short(each)}`);

  // A paper made larger may be pushed both ways; a screen may not.
  if (document.documentElement.scrollWidth > innerWidth) found.push("wider than the window");
  for (const each of document.querySelectorAll("body *")) {
    const sideways = ["auto", "scroll"].includes(getComputedStyle(each).overflowX) && each.scrollWidth > each.clientWidth + 1;
    if (sideways && shown(each) && !each.matches(".sheet-area, input, textarea")) found.push(`goes sideways ${short(each)}`);
  }

  // Whatever has the focus must be seen: not under the bar, not outside the window or the question.
  const dialog = document.querySelector("dialog[open]");
  const before = [document.activeElement, scrollX, scrollY, dialog?.scrollTop];
  const focusable = [...(dialog ?? document).querySelectorAll("button:not(:disabled), input, textarea, summary, [tabindex='0']")].filter(shown);
  for (const each of focusable) {
    if (each.closest(".unseen") || each.matches(".unseen, .skip")) continue;
    each.focus();
    const bar = document.querySelector(".bar");
    const sticks = !dialog && getComputedStyle(bar).position === "sticky" && !bar.contains(each);
    const box = (each.closest(".pick") ?? each).getBoundingClientRect();
    const top = sticks ? bar.getBoundingClientRect().bottom : 0;
    if (box.top < top - 1 && box.bottom < top + Math.min(box.height, 40)) found.push(`hidden under the bar ${short(each)}`);
    if (box.bottom <= 0 || box.top >= innerHeight) found.push(`focus out of sight ${short(each)}`);
  }
  before[0]?.focus?.({ preventScroll: true });
  scrollTo(before[1], before[2]);
  if (dialog) dialog.scrollTop = before[3];
  return { faults: found, tall: document.documentElement.scrollHeight };
}

/** Runs inside the page: what stands on the screen or is said of it, and does not come from the texts. */
function undressed() {
  // What a person wrote is set apart, and a day, a size or the name of a language comes from elsewhere.
  const apart = /\u2068[^\u2069]*\u2069/g;
  const elsewhere = "bdi, time, code, [lang]:not(html), .groups, .printed-groups, .files, .written, script, style, textarea";
  const found = [document.title];
  const walk = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  while (walk.nextNode()) if (!walk.currentNode.parentElement.closest(elsewhere)) found.push(walk.currentNode.data);
  for (const each of document.querySelectorAll("[aria-label], [title], [alt], [placeholder], [data-words]")) {
    if (each.closest(elsewhere)) continue;
    for (const name of ["aria-label", "title", "alt", "placeholder", "data-words"]) found.push(each.getAttribute(name) ?? "");
  }
  return found.map((each) => each.replace(apart, "").trim()).filter((each) => /[A-Za-z]/.test(each));
}
