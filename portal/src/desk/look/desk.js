"use strict";
// Passkeys need a script, and reading aloud does; nothing else on these pages. Bytes travel as base64url.
const ceremony = document.querySelector("[data-ceremony]");
if (ceremony) {
  const bytes = (text) =>
    Uint8Array.from(atob(text.replace(/-/g, "+").replace(/_/g, "/")), (each) => each.charCodeAt(0));
  const text = (buffer) =>
    btoa(String.fromCharCode(...new Uint8Array(buffer))).replace(/\+/g, "-").replace(/\//g, "_").replace(/=+$/, "");

  const post = async (path, body) => {
    const answer = await fetch(path, {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify(body),
    });
    const said = await answer.json();
    if (!answer.ok) throw new Error(said.said);
    return said;
  };

  const create = async (options) => {
    options.challenge = bytes(options.challenge);
    options.user.id = bytes(options.user.id);
    for (const each of options.excludeCredentials ?? []) each.id = bytes(each.id);
    const made = await navigator.credentials.create({ publicKey: options });
    return {
      id: made.id,
      rawId: text(made.rawId),
      type: made.type,
      extensions: {},
      response: {
        attestationObject: text(made.response.attestationObject),
        clientDataJSON: text(made.response.clientDataJSON),
      },
    };
  };

  const get = async (options) => {
    options.challenge = bytes(options.challenge);
    for (const each of options.allowCredentials ?? []) each.id = bytes(each.id);
    const given = await navigator.credentials.get({ publicKey: options });
    return {
      id: given.id,
      rawId: text(given.rawId),
      type: given.type,
      extensions: {},
      response: {
        authenticatorData: text(given.response.authenticatorData),
        clientDataJSON: text(given.response.clientDataJSON),
        signature: text(given.response.signature),
        userHandle: given.response.userHandle ? text(given.response.userHandle) : null,
      },
    };
  };

  const part = ceremony;
  const button = part.querySelector("[data-start]");
  const shown = part.querySelector("[data-said]");
  const path = part.dataset.ceremony;
  const isInvitation = path.endsWith("invitation");
  // The token leaves the address, and so the history of this browser.
  const token = location.hash.slice(1);
  if (token) history.replaceState(null, "", location.pathname);

  const say = (words) => {
    shown.textContent = words;
    shown.hidden = false;
  };
  button.addEventListener("click", async () => {
    shown.hidden = true;
    button.disabled = true;
    try {
      if (!window.PublicKeyCredential) throw new Error("Ce navigateur ne connaît pas les passkeys.");
      const { ceremony, options } = await post(`${path}/debut`, isInvitation ? { token } : {});
      const credential = await (isInvitation ? create : get)(options.publicKey);
      const { next } = await post(`${path}/fin`, { ceremony, credential });
      location.assign(next);
    } catch (thrown) {
      const isRefused = thrown.name === "NotAllowedError";
      say(isRefused ? "L’appareil n’a pas donné de passkey. Essayez encore une fois." : thrown.message);
      button.disabled = false;
    }
  });
}

// Voices of this computer alone: others send what they read to somebody.
const speech = window.speechSynthesis;
for (const button of speech ? document.querySelectorAll("[data-listen]") : []) {
  const text = document.querySelector(`[data-charter="${button.dataset.listen}"]`);
  const none = document.querySelector(`[data-no-voice="${button.dataset.listen}"]`);
  const language = text.closest("[lang]").lang;
  const voice = () =>
    speech.getVoices().find((each) => each.localService && each.lang.toLowerCase().split(/[-_]/)[0] === language);
  const offer = () => {
    button.hidden = !voice();
    none.hidden = Boolean(voice());
  };
  speech.addEventListener?.("voiceschanged", offer);
  offer();
  button.addEventListener("click", () => {
    const isSpeaking = speech.speaking;
    speech.cancel();
    if (isSpeaking) return;
    for (const line of text.children) {
      const said = new SpeechSynthesisUtterance(line.textContent);
      said.voice = voice();
      said.lang = language;
      speech.speak(said);
    }
  });
}
