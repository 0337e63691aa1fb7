// The keyboard on the screen: with a finger, and with arrows; names in three scripts.

export async function typing({ visit, report }) {
  const my = await visit("ready");
  await my.press("lang-ok");
  await my.fill("code-field", "481516");
  await my.press("code-ok");
  await my.press("door-papers");
  await my.press("folder-1");
  await my.press("add-note");
  const written = async (field, wanted) => {
    const value = await my.page.inputValue(`[data-test=${field}]`);
    if (value !== wanted) report(`${field} says ${JSON.stringify(value)}, not ${JSON.stringify(wanted)}`);
  };
  const keys = async (...names) => {
    for (const name of names) await my.page.click(`[data-test=keys] button[data-skbtn="${name}"]`);
  };
  if (await my.page.locator("[data-test=keyboard]").count()) report("the keyboard is open before it is asked for");
  await my.press("keyboard-note-name");
  await my.press("letters-latin");
  await my.see("keys", { state: "visible" });
  await my.page.waitForSelector("[data-test=keys] button[data-skbtn=a]");
  if ((await my.focused()) !== "letters-latin") report(`after choosing letters the focus is on ${await my.focused()}`);
  await my.page.focus("[data-test=note-name]");
  await keys("{shift}", "N", "’", "{shift}", "D", "i", "a", "y", "e");
  if ((await my.focused()) !== "note-name") report(`after typing the focus is on ${await my.focused()}`);
  await written("note-name", "N’Diaye");
  await my.look("keyboard-latin");
  await my.press("letters-arabic");
  await my.page.waitForSelector("[data-test=keys] button[data-skbtn=س]");
  await keys("{space}", "س", "ل", "م", "ى");
  await written("note-name", "N’Diaye سلمى");
  await my.look("keyboard-arabic");
  await keys("{bksp}", "{bksp}", "{bksp}", "{bksp}", "{page}", "1", "2", "{page}");
  await written("note-name", "N’Diaye 12");
  await my.press("letters-cyrillic");
  await my.page.waitForSelector("[data-test=keys] button[data-skbtn=ж]");
  await my.look("keyboard-cyrillic");
  // One keyboard at a time. In a text of several lines there is a key for a new line.
  await my.press("keyboard-note-text");
  await my.page.waitForSelector('[data-test=keys] button[data-skbtn="{line}"]');
  if ((await my.page.locator("[data-test=keyboard]").count()) !== 1) report("two keyboards are open");
  await my.press("letters-latin");
  await my.page.waitForSelector("[data-test=keys] button[data-skbtn=o]");
  await keys("o", "{line}", "k");
  await written("note-text", "o\nk");
  await my.look("keyboard-text");
  // By keyboard: Tab comes to the keys once, arrows go among them, Enter presses.
  await my.page.focus("[data-test=letters-cyrillic]");
  await my.page.keyboard.press("Tab");
  for (const arrow of ["ArrowDown", "ArrowRight"]) await my.page.keyboard.press(arrow);
  const key = await my.page.evaluate(() => document.activeElement.dataset.skbtn ?? document.activeElement.dataset.test);
  await my.page.keyboard.press("Enter");
  await written("note-text", `o\nk${key}`);
  await my.page.keyboard.press("Tab");
  if ((await my.focused()) !== "note-keep") report(`Tab leaves the keys for ${await my.focused()}`);
  await my.press("note-keep");
  await my.at("folder");
  await my.close();
}
