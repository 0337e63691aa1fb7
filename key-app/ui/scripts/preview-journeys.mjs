// The ways through the screens that preview.mjs goes.

import { firstOpening, locked } from "./preview-first.mjs";
import { hard } from "./preview-hard.mjs";
import { keyboard } from "./preview-keyboard.mjs";
import { listening } from "./preview-listening.mjs";
import { typing } from "./preview-typing.mjs";

const file = (name, bytes = 1) => ({ name, mimeType: "", buffer: Buffer.alloc(bytes, 120) });

async function code({ visit, report }) {
  const my = await visit("ready");
  await my.press("lang-ok");
  await my.fill("code-field", "111111");
  await my.press("code-ok");
  await my.look("code-wrong", { fits: true });
  await my.press("code-shuffle");
  const order = () => my.page.$$eval(".pad [data-test^=code-digit]", (keys) => keys.map((key) => key.textContent.trim()).join(""));
  if ((await order()) === "1234567890") report("the keys are not mixed");
  await my.press("code-digit-7");
  if ((await my.page.inputValue("[data-test=code-field]")) !== "7") report("a mixed key types another digit");
  await my.look("code-shuffled", { fits: true });
  await my.page.check("[data-test=code-kind-pictures]");
  await my.press("code-picture-3");
  await my.look("code-shuffled-pictures", { fits: true });
  await my.press("code-shuffle");
  await my.press("code-see");
  await my.look("code-pictures", { fits: true });
  await my.press("code-forgotten");
  await my.look("forgotten");
  await my.press("forgotten-close");
  await my.page.check("[data-test=code-kind-digits]");
  await my.fill("code-field", "222222");
  await my.press("code-ok");
  await my.look("code-wait", { fits: true });
  await my.gone("wait");
  await my.invent({ slow: 2500 });
  await my.fill("code-field", "481516");
  await my.press("code-ok");
  await my.look("code-opening", { fits: true });
  await my.at("home");
  await my.look("home", { fits: true });
  for (const door of ["steps", "dates"]) {
    await my.press(`door-${door}`);
    await my.look(door, { fits: true });
    await my.press("back");
  }
  await my.press("help");
  await my.look("help");
  await my.press("help-close");
  if ((await my.focused()) !== "help") report(`after help the focus is on ${await my.focused()}`);
  await my.press("settings");
  await my.look("settings", { fits: true });
  for (const contents of ["calm", "odd", "many", "bare"]) {
    await my.invent({ contents });
    await my.press("stick-contents");
    await my.see("stick-table");
    if (contents === "calm") {
      await my.fill("stick-search", "Diarra");
      await my.page.waitForSelector("[data-test=stick-found] strong");
      await my.look("stick");
      await my.press("stick-check");
      await (await my.see("stick-sum")).scrollIntoViewIfNeeded();
    }
    if (contents === "many") await my.press("stick-all");
    await my.look(`stick-${contents}`);
    await my.press("back");
  }
  await my.close();
}

async function papers({ visit, report }) {
  const my = await visit("ready");
  await my.press("lang-ok");
  await my.fill("code-field", "481516");
  await my.press("code-ok");
  await my.press("door-papers");
  await my.look("papers", { fits: true });
  await my.press("folder-5");
  await my.look("folder-empty", { fits: true });
  await my.press("back");
  await my.press("folder-1");
  await my.page.setInputFiles("[data-test=add-file-input]", [file("a.pdf"), file("Attestation d’hébergement.pdf"), file("refused.bin")]);
  await my.see("adding");
  await my.page.waitForTimeout(300);
  await my.look("adding");
  await my.see("added");
  await my.see("paper-0");
  await my.page.waitForSelector('[data-test^=paper-]:has-text("hébergement (2)")');
  await my.look("folder");
  await my.page.setInputFiles("[data-test=add-file-input]", [file("trop.pdf", 1_000_001), file("vide.pdf", 0), file("lent.pdf"), file("reste.pdf")]);
  await my.page.waitForFunction(() => document.querySelector("[data-test=add-progress]")?.value > 0);
  await my.press("add-stop");
  await my.see("added-rest");
  if ((await my.focused()) !== "add-file") report(`after stop the focus is on ${await my.focused()}`);
  await my.look("added-stopped");
  // Leaving while papers go in is asked about once, and stops them.
  await my.page.setInputFiles("[data-test=add-file-input]", [file("parti.pdf"), file("jamais.pdf")]);
  await my.see("adding");
  await my.press("back");
  await my.press("unsent-leave");
  await my.press("folder-1");
  await my.page.waitForTimeout(900);
  if (await my.page.locator("[data-test^=paper-]", { hasText: /parti|jamais/ }).count()) report("a paper went in after leaving");
  await my.paper("Attestation d’hébergement (2)");
  await my.shown();
  await my.press("back");
  await my.paper("Photo");
  await my.shown();
  await my.look("paper-picture");
  await my.press("back");
  await my.paper("À dire");
  await my.see("paper-text");
  await my.look("paper-note", { fits: true });
  await my.press("note-edit");
  await my.look("note-edit");
  await my.press("back");
  await my.at("paper");
  await my.press("note-edit");
  await my.fill("note-text", "Demander deux dates.");
  await my.press("back");
  await my.look("note-unsent");
  await my.page.keyboard.press("Escape");
  await my.press("note-keep");
  await my.page.waitForSelector("[data-test=paper-text]:has-text('deux dates')");
  await my.look("note-kept");
  await my.press("paper-rename");
  await my.look("rename");
  await my.press("rename-cancel");
  await my.press("paper-move");
  await my.look("move");
  await my.press("move-to-0");
  await my.page.waitForTimeout(700);
  await my.look("moving");
  await my.gone("move-dialog");
  if ((await my.focused()) !== "paper-move") report(`after moving the focus is on ${await my.focused()}`);
  await my.press("paper-delete");
  await my.see("paper-undo");
  await my.look("paper-deleted");
  await my.press("back");
  await my.press("bin");
  await my.look("bin");
  await my.press("back");
  await my.press("add-note");
  await my.fill("note-name", "Rendez-vous");
  await my.look("new-note");
  await my.press("leave");
  await my.look("unsent");
  await my.press("unsent-stay");
  await my.press("back");
  await my.press("unsent-leave");
  for (let times = 0; times < 3; times += 1) await my.page.keyboard.press("Escape");
  await my.see("locked-left");
  await my.look("locked", { fits: true });
  await my.close();
}

export const journeys = [firstOpening, code, papers, ...hard, keyboard, typing, listening, locked];
