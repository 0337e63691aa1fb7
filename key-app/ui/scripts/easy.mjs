// What makes a text easy, in every language: short sentences, no sign that must be explained, no word of machines.

const MOST_WORDS = 12;
const SIGNS = {
  "!": "exclamation mark", "¡": "exclamation mark", "(": "parenthesis", ")": "parenthesis", "%": "percent", "٪": "percent",
  ";": "semicolon", "؛": "semicolon", "'": "straight apostrophe", '"': "straight quotation mark",
};

/** Beginnings of words. In French also what docs/words.md never says. */
const NEVER = {
  fr: [
    "synchronis", "authentif", "crypt", "chiffrement", "token", "jeton", "session", "erreur", "serveur", "mot de passe",
    "identifiant", "connexion", "se connecter", "déconnect", "verrouill", "fichier", "document", "coffre-fort",
    "certifié", "aidants connect", "pin", "usb", "cloud", "compte", "utilisateur", "données", "cliquez", "rgs",
    "inscription", "réinitialis", "historique", "procuration", "accompagnant", "mémo", "pièce jointe", "répertoire",
  ],
  en: ["synchron", "authentic", "encrypt", "token", "session", "error", "server", "password", "log in", "log out", "locked",
    "file", "document", "account", "user", "data", "click", "usb", "cloud", "upload", "certified"],
  ar: ["مزامنة", "تشفير", "خادم", "خطأ", "كلمة السر", "كلمة المرور", "تسجيل الدخول", "تسجيل الخروج", "مستند", "حسابك", "بيانات", "انقر"],
  uk: ["синхрон", "автентиф", "шифр", "токен", "сеанс", "помилк", "сервер", "парол", "увійти", "файл", "документ", "обліков", "клацн"],
  es: ["sincroniz", "autentic", "cifrad", "sesión", "error", "servidor", "contraseña", "fichero", "archivo", "documento", "cuenta", "usuario", "datos", "haga clic"],
  pt: ["sincroniz", "autentic", "cifrad", "sessão", "erro", "servidor", "palavra-passe", "senha", "ficheiro", "arquivo", "documento", "conta", "utilizador", "dados", "clique"],
  ro: ["sincroniz", "autentific", "cript", "sesiun", "eroare", "server", "parol", "fișier", "document", "contul", "utilizator", "faceți clic"],
  tr: ["senkron", "kimlik doğrula", "şifre", "oturum", "hata", "sunucu", "parola", "dosya", "doküman", "hesap", "kullanıcı", "tıkla"],
  ru: ["синхрон", "аутентиф", "шифр", "токен", "сеанс", "ошибк", "сервер", "парол", "войти", "файл", "документ", "аккаунт", "кликн"],
};

/** Of the words above, those of other sites' passwords: their own screens (keys in `login-`) call them so. */
const OF_SITES = ["mot de passe", "password", "كلمة السر", "كلمة المرور", "парол", "contraseña", "palavra-passe", "senha", "parol", "şifre", "parola"];

/** A security key's own code is called as on a telephone (docs/words.md), and nothing else is. */
const OF_KEYS = /^(skey-|refused-key-)/;

/** What is hard in one text, each in a few words. */
export function hard(language, text, key) {
  const found = [];
  for (const [sign, name] of Object.entries(SIGNS)) if (text.includes(sign)) found.push(name);
  for (const word of NEVER[language]) {
    if (key.startsWith("login-") && OF_SITES.includes(word)) continue;
    if (OF_KEYS.test(key) && word === "pin") continue;
    if (new RegExp(`(?<!\\p{L})${word}`, "iu").test(text)) found.push(`"${word}" is never said`);
  }
  for (const sentence of text.split(/[.?؟…]+(?:\s|$)/)) {
    const words = sentence.split(/[\s\u00a0\u202f]+/).filter((word) => /[\p{L}\p{N}]/u.test(word));
    if (words.length > MOST_WORDS) found.push(`${words.length} words: ${sentence.trim()}`);
  }
  return found;
}
