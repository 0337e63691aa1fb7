// What the shell refused, and why.

import type { FleetRefusal } from "./fleet";

export type RefusalKind =
  | "wrongCode" | "wait" | "frozen" | "suspended" | "revoked" | "codePolicy" | "unreachable" | "otherCertificate"
  | "portalProblem" | "stick" | "stickRoom" | "stickForgets" | "versionOld" | "stickDamaged" | "stickState" | "readOnly" | "paper" | "gone" | "full" | "locked"
  | "stopped" | "tooLarge" | "empty" | "notPicture" | "corners" | "pages" | "noBrowser" | "newer" | "noClipboard" | "totp" | "notSaved" | "beingDeleted" | "notExport" | "noDate" | "sheetDamaged" | "date"
  | "words" | "noSuchHelper" | "ownMandate" | "terms" | "helpersOld" | "mandateOver" | "helperStopped" | "helperFull" | "journalConflict"
  | "journalAltered" | "noCard" | "cardUnknown" | "shareDamaged" | "nothingWaits" | "requestEnded" | "requestConflict" | "requestWaits"
  | "requestStep" | "holderStopped" | "closing" | "notCard" | "noSuchRequest" | "noOtherStick" | KeyRefusal
  | FleetRefusal | "sheetLong" | "sheetLetters" | "loanThere";

/** What a security key did not do. */
export type KeyRefusal =
  | "keyMissing" | "keySeveral" | "keyBarred" | "keyNoPrf" | "keyNoPin" | "keyPinShape" | "keyWrongPin" | "keyWrongPinLeft" | "keyPinPause"
  | "keyPinBlocked" | "keyNotTouched" | "keyTakenOut" | "keyKnown" | "keyStranger" | "keyFull" | "keyFrozen" | "keyRefused";

export interface Refusal {
  kind: RefusalKind;
  left?: number;
  seconds?: number;
  reason?: string;
}

/** What the shell refused, whatever was thrown. */
export function refusal(thrown: unknown): Refusal | null {
  const known = typeof thrown === "object" && thrown !== null && "kind" in thrown;
  return known ? (thrown as Refusal) : null;
}
