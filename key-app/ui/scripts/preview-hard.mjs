// What goes wrong, or takes long: two hundred papers, pictures too large, papers without end.

const PATIENCE_MS = 20_000;

async function open(visit, folder) {
  const my = await visit("ready");
  await my.press("lang-ok");
  await my.fill("code-field", "481516");
  await my.press("code-ok");
  await my.press("door-papers");
  await my.press(`folder-${folder}`);
  return my;
}

async function manyPapers({ visit, report }) {
  const my = await open(visit, 3);
  await my.see("folder-all");
  await my.look("folder-many");
  await my.press("folder-all");
  if ((await my.focused()) !== "paper-6") report(`after all papers the focus is on ${await my.focused()}`);
  await my.look("folder-all");
  await my.page.evaluate(() => {
    const dropped = new DataTransfer();
    const arabic = "شهادة إقامة ".repeat(25);
    dropped.items.add(new File(["x"], `vite ${arabic}.pdf`));
    dropped.items.add(new File(["x"], `vite ${"👩‍👩‍👧‍👦".repeat(300)}.pdf`));
    for (let each = 0; each < 189; each += 1) dropped.items.add(new File(["x"], each % 2 ? "vite.pdf" : `vite ${each}.pdf`));
    for (let each = 0; each < 9; each += 1) dropped.items.add(new File(["x"], `vite refused ${each}.pdf`));
    const place = document.querySelector("[data-test=drop]");
    place.dispatchEvent(new DragEvent("dragover", { dataTransfer: dropped, bubbles: true, cancelable: true }));
    place.dispatchEvent(new DragEvent("drop", { dataTransfer: dropped, bubbles: true, cancelable: true }));
  });
  await my.see("adding");
  await my.see("refused-more", { timeout: 60_000 });
  await my.look("added-many");
  const titles = await my.page.$$eval("[data-test^=paper-] .name", (names) => names.map((name) => name.textContent));
  if (new Set(titles).size !== titles.length) report("two papers of one name");
  const signs = new Intl.Segmenter("fr", { granularity: "grapheme" });
  const longest = Math.max(...titles.map((title) => [...signs.segment(title)].length));
  console.log(`  ${titles.length} papers, longest name ${longest} signs, ${titles.filter((title) => /\(\d+\)$/.test(title)).length} numbered`);
  if (longest > 120 || titles.length !== 200) report("the names or the number of papers are wrong");
  await my.press("back");
  await my.press("folder-3");
  await my.press("folder-all");
  await my.page.locator("[data-test^=paper-]", { hasText: "شهادة" }).scrollIntoViewIfNeeded();
  await my.look("folder-arabic");
  await my.close();
}

async function hardPapers({ visit, report }) {
  const my = await open(visit, 2);
  const read = async (title) => {
    await my.at("folder");
    await my.press("folder-all");
    await my.paper(title);
  };
  await read("Papier lent");
  await my.see("busy");
  await my.page.waitForTimeout(900);
  await my.look("paper-reading");
  await my.press("back");
  for (const [title, name] of [["Dessin", "svg"], ["Photo de téléphone", "heic"]]) {
    await read(title);
    await my.see("paper-no-view");
    await my.look(`paper-${name}`);
    await my.press("back");
  }
  await read("Longue lettre");
  await my.see("paper-cut");
  await my.press("back");
  await read("Papier perdu");
  await my.see("paper-unread");
  await my.look("paper-unread");
  await my.press("back");
  await read("Papier japonais");
  await my.shown();
  await my.look("paper-japanese");
  if (!my.asked.some((each) => each.includes("/pdf/cmaps/90ms-RKSJ-H.bcmap"))) report("no character map was asked for");
  await my.press("back");
  await read("Photo géante");
  await awake(my, report, "a huge picture", () => my.shown("shown", PATIENCE_MS));
  await my.look("paper-huge");
  await my.press("back");
  await read("Papier sans fin");
  await my.page.waitForTimeout(1500);
  await my.look("paper-endless-drawing");
  await awake(my, report, "a paper without end", () => my.shown("failed", PATIENCE_MS));
  await my.look("paper-endless");
  await my.press("back");
  await my.press("back");
  await my.press("folder-1");
  await my.paper("Attestation");
  await my.shown();
  if (!my.asked.some((each) => each.includes("/pdf/standard_fonts/"))) report("no letters were asked for");
  await my.look("paper-pdf", { fits: true });
  await my.press("zoom-in");
  await my.press("page-after");
  // Faster than it is drawn.
  await my.page.evaluate(() => {
    for (const way of ["before", "after", "before", "after"]) document.querySelector(`[data-test=page-${way}]`).click();
  });
  await my.shown();
  await my.look("paper-zoom");
  await my.press("zoom-out");
  await my.gone("zoom-out");
  if ((await my.focused()) !== "zoom-in") report(`after zooming out the focus is on ${await my.focused()}`);
  await my.close();
}

/** How long the window slept at most while something hard went on. */
async function awake(my, report, what, work) {
  await my.page.evaluate(() => {
    window.slept = 0;
    let last = performance.now();
    window.pulse = setInterval(() => {
      const now = performance.now();
      window.slept = Math.max(window.slept, now - last);
      last = now;
    }, 20);
  });
  const start = Date.now();
  await work();
  const slept = Math.round(await my.page.evaluate(() => { clearInterval(window.pulse); return window.slept; }));
  console.log(`  ${what}: ${Date.now() - start} ms, the window slept ${slept} ms at most`);
  if (slept > 500) report(`${what}: the window slept ${slept} ms`);
}

export const hard = [manyPapers, hardPapers];
