// The speaker: a computer without a voice says so; with voices, only those of the computer itself are heard.

/** Runs inside the page: voices that say nothing, and keep what they were asked to say. */
function inventVoices(language) {
  const spoken = [];
  let waiting = null;
  const voices = [["fr-FR", false], ["fr-FR", true], ["ar-SA", true], ["ru-RU", false], [language, true]].map(([lang, localService], number) =>
    ({ lang, localService, default: number === 0, name: `${lang} ${localService ? "here" : "far"}` }));
  window.SpeechSynthesisUtterance = class { constructor(text) { this.text = text; } };
  Object.defineProperty(window, "speechSynthesis", {
    value: {
      getVoices: () => voices,
      addEventListener: () => undefined,
      speak: (said) => {
        spoken.push({ text: said.text, voice: said.voice.name });
        if (window.invented.endless) waiting = said;
        else setTimeout(() => said.onend(), 5);
      },
      cancel: () => { window.invented.silenced = true; waiting?.onerror(); waiting = null; },
    },
  });
  window.invented.spoken = spoken;
}

export async function listening({ visit, report }) {
  const mute = await visit("ready");
  await mute.press("listen");
  await mute.see("no-voice-dialog");
  await mute.look("no-voice");
  await mute.press("no-voice-close");
  if ((await mute.focused()) !== "listen") report(`after the sentence about voices the focus is on ${await mute.focused()}`);
  await mute.close();

  const my = await visit("ready");
  await my.page.evaluate(inventVoices, my.language);
  /** All that a screen says, when it was let to its end. */
  const heard = async (name = "listen") => {
    await my.page.evaluate(() => (window.invented.spoken.length = 0));
    await my.press(name);
    await my.page.waitForFunction((button) => {
      const label = document.querySelector(`[data-test=${button}]`).textContent.trim();
      return window.invented.spoken.length > 0 && label === window.listenLabel;
    }, name);
    return my.page.evaluate(() => window.invented.spoken);
  };
  await my.page.evaluate(() => (window.listenLabel = document.querySelector("[data-test=listen]").textContent.trim()));
  const far = (said) => said.filter(({ voice }) => voice.endsWith("far"));
  const all = (said) => said.map(({ text }) => text).join(" | ");

  const languages = await heard();
  console.log(`  language: ${all(languages)}`);
  if (far(languages).length) report(`a far voice spoke: ${all(far(languages))}`);
  if (!languages.some(({ text, voice }) => text.startsWith("العربية") && voice.startsWith("ar"))) report("Arabic is not said by an Arabic voice");
  if (my.language !== "ru" && languages.some(({ text }) => text.startsWith("Русский"))) report("Russian is said without a voice of this computer");
  await my.press("lang-ok");
  await my.fill("code-field", "481516");
  const code = await heard();
  console.log(`  code: ${all(code)}`);
  if (/481516/.test(all(code))) report("the code is said aloud");
  await my.page.click("[data-test=code-see]");
  if (/481516/.test(all(await heard()))) report("the code is said aloud once it is seen");
  await my.press("code-ok");
  await my.at("home");
  console.log(`  home: ${all(await heard())}`);
  await my.press("help");
  console.log(`  help: ${all(await heard("listen-help-dialog"))}`);
  await my.press("help-close");

  // Silence: at the button, at Esc, and when the screen goes.
  await my.invent({ endless: true });
  for (const [how, stop] of [
    ["the button", () => my.press("listen")],
    ["Esc", () => my.page.keyboard.press("Escape")],
    ["another screen", () => my.press("door-papers")],
  ]) {
    await my.page.evaluate(() => { window.invented.spoken.length = 0; window.invented.silenced = false; });
    await my.press("listen");
    await my.page.waitForFunction(() => window.invented.spoken.length === 1);
    if (how === "the button") await my.look("listening", { fits: true });
    await stop();
    await my.page.waitForFunction(() => window.invented.silenced, undefined, { timeout: 2000 }).catch(() => report(`${how} does not silence the voice`));
    const label = await my.page.locator("[data-test=listen]").textContent();
    if (label.trim() !== (await my.page.evaluate(() => window.listenLabel))) report(`after ${how} the button says ${label}`);
  }
  await my.close();

  const fresh = await visit("new");
  await fresh.page.evaluate(inventVoices, fresh.language);
  await fresh.press("lang-ok");
  await fresh.see("first-code");
  await fresh.press("listen");
  await fresh.page.waitForFunction(() => window.invented.spoken.length > 8);
  const first = all(await fresh.page.evaluate(() => window.invented.spoken));
  console.log(`  first-code: ${first}`);
  if (/481516|4 ?8 ?1 ?5/.test(first)) report("the new code is said aloud");
  await fresh.close();
}
