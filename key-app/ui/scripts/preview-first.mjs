// The two ends: a first opening up to its card, and a space that is shut by itself.

export async function firstOpening({ visit, report }) {
  const my = await visit("new");
  await my.look("language", { fits: true });
  await my.press("lang-ok");
  await my.look("first-code", { fits: true });
  await my.press("first-own");
  await my.fill("code-field", "123456");
  await my.look("first-own", { fits: true });
  await my.press("code-ok");
  await my.page.waitForSelector("[data-test=code-trouble] strong");
  await my.look("first-own-refused", { fits: true });
  await my.page.check("[data-test=code-kind-pictures]");
  for (const picture of [3, 9, 1, 14, 6]) await my.press(`code-picture-${picture}`);
  await my.look("first-own-pictures", { fits: true });
  await my.press("code-ok");
  await my.gone("first-own-how");
  await my.look("first-own-hidden", { fits: true });
  await my.press("first-own");
  await my.see("first-own-how");
  await my.page.check("[data-test=code-kind-digits]");
  await my.press("code-another");
  await my.see("first-code");
  await my.fill("code-field", "481516");
  await my.press("code-ok");
  await my.look("first-code-hidden", { fits: true });
  await my.invent({ slow: 2000 });
  await my.fill("code-field", "481516");
  await my.press("code-ok");
  await my.look("first-making", { fits: true });
  await my.see("card-code");
  await my.look("card", { fits: true });
  await my.page.emulateMedia({ media: "print" });
  await my.page.screenshot({ path: "/tmp/ui-card-print.png" });
  await my.page.pdf({ path: "/tmp/ui-card.pdf", format: "A4" });
  const printed = await my.page.evaluate(() => document.body.innerText);
  if (/Imprimer|Retour|Aide\n/.test(printed)) report(`printed: ${printed}`);
  await my.page.emulateMedia({ media: "screen" });
  await my.press("card-have");
  await my.fill("card-field", "WRONG");
  await my.press("card-ok");
  await my.look("card-read", { fits: true });
  await my.fill("card-field", "7KQ2M");
  await my.press("card-ok");
  await my.at("home");
  await my.close();
}

export async function locked({ visit, report }) {
  for (const why of ["idle", "removed"]) {
    const my = await visit("ready");
    await my.page.check("[data-test=lang-en]");
    await my.press("lang-ok");
    await my.fill("code-field", "481516");
    await my.press("code-ok");
    await my.at("home");
    await my.page.evaluate(() => (window.before = true));
    await my.emit("locked", { why });
    await my.page.waitForURL(`**/index.html?locked=${why}&language=en`);
    await my.see(`locked-${why}`);
    if (await my.page.evaluate(() => window.before)) report("the page was not loaded anew");
    if ((await my.page.getAttribute("html", "lang")) !== "en") report("the language is lost");
    await my.look(`locked-${why}`, { fits: true });
    await my.press("open-again");
    await my.at("language");
    await my.close();
  }
  const missing = await visit("missing");
  await missing.look("no-stick", { fits: true });
  await missing.close();
  const after = await visit("missing", "index.html?locked=removed");
  await after.see("locked-removed");
  await after.press("open-again");
  await after.at("no-stick");
  await after.close();
}
