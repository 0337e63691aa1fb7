// The whole way with the keyboard alone, and where the focus is after each step.

export async function keyboard({ visit, report }) {
  const my = await visit("new");
  const { keyboard: keys } = my.page;
  const title = async (screen) => {
    await my.at(screen);
    await my.page.waitForFunction(() => document.activeElement.tagName === "H1", undefined, { timeout: 2000 })
      .catch(async () => report(`${screen}: the focus is on ${await my.focused()}`));
  };
  /** Goes on with Tab until a name has the focus. */
  const to = async (name) => {
    for (let times = 0; times < 60; times += 1) {
      if ((await my.focused()) === name) return;
      await keys.press("Tab");
    }
    throw new Error(`${name} cannot be reached with Tab`);
  };
  const press = async (name) => {
    await to(name);
    await keys.press("Enter");
  };
  /** Closes a question, slowly enough not to be taken for the quick way out. */
  const escape = async () => {
    await my.page.waitForTimeout(1600);
    await keys.press("Escape");
  };
  const focus = async (name, after) => {
    await my.page.waitForFunction((wanted) => document.activeElement.dataset.test === wanted, name, { timeout: 2000 })
      .catch(async () => report(`after ${after} the focus is on ${await my.focused()}`));
  };

  await title("language");
  await to(`lang-${my.language}`);
  await keys.press("ArrowDown");
  await my.page.waitForSelector(`html:not([lang=${my.language}])`, { timeout: 2000 })
    .catch(() => report("arrows do not choose the language"));
  await keys.press("ArrowUp");
  await my.page.waitForSelector(`html[lang=${my.language}]`);
  await press("lang-ok");
  await title("first-code");
  await press("first-own");
  await focus("code-field", "choosing alone");
  await keys.type("481517");
  await keys.press("Enter");
  await my.gone("first-own-how");
  await keys.type("481517");
  await keys.press("Enter");
  await title("card");
  await press("card-have");
  await title("card");
  await to("card-field");
  await keys.type("7KQ2M");
  await keys.press("Enter");
  await title("home");

  await press("help");
  await my.see("help-dialog");
  await escape();
  await my.gone("help-dialog");
  await focus("help", "help");
  await press("door-papers");
  await title("papers");
  await press("folder-1");
  await title("folder");
  await press("add-note");
  await title("new-note");
  await to("note-name");
  await keys.type("Clavier");
  await to("note-text");
  await keys.type("Sans souris.");
  await press("note-keep");
  await title("folder");
  await press("paper-0");
  await title("paper");
  await my.page.locator("h1", { hasText: "Clavier" }).waitFor();
  await to("skip").catch(() => undefined);
  await my.page.locator("h1").focus();
  await keys.press("Shift+Tab");
  await focus("note-edit", "Shift and Tab");
  await keys.press("Enter");
  await title("edit-note");
  await to("note-text");
  await keys.type("Encore. ");
  await keys.press("Shift+Tab");
  while ((await my.focused()) !== "back") await keys.press("Shift+Tab");
  await keys.press("Enter");
  await my.see("unsent-dialog");
  await escape();
  await my.gone("unsent-dialog");
  await focus("back", "a question");
  await press("note-keep");
  await title("paper");
  await press("paper-rename");
  await my.see("rename-dialog");
  await focus("rename-field", "opening a question");
  await escape();
  await my.gone("rename-dialog");
  await focus("paper-rename", "renaming");
  await press("paper-move");
  await press("move-to-5");
  await my.gone("move-dialog");
  await focus("paper-move", "moving");
  await press("paper-delete");
  await focus("paper-undo", "deleting");
  await keys.press("Enter");
  await focus("paper-delete", "taking it back");

  // The way out: three times within a second and a half, even from a question.
  await press("paper-rename");
  for (let times = 0; times < 3; times += 1) await keys.press("Escape");
  await title("locked");
  await my.close();
}
