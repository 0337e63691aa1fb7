// A language that nobody speaks, for `npm run pseudo` alone: every letter of a text is dressed, so that a letter
// without a dress is a text that stands in the code. No other build carries this file.

const PLAIN = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ";
const DRESSED = "àƀćðéƒĝĥíĵķļɱñöþǫŕšţûṽŵẋýžÀƁĆÐÉƑĜĤÍĴĶĻṀÑÖÞǪŔŠŢÛṼŴẊÝŽ";

export function dressed(text: string): string {
  return text.replace(/[A-Za-z]/g, (letter) => DRESSED[PLAIN.indexOf(letter)]!);
}
