// What is kept under *Privé*.

export interface Contact {
  key: string;
  name: string;
  phone: string | null;
  mail: string | null;
  address: string | null;
  note: string | null;
}

/** Who has something that was lent. */
export interface Loan {
  key: string;
  kind: Lent;
  number: number;
  name: string;
  note: string | null;
  /** Unix seconds. */
  since: number;
}

export type Lent = "stick" | "computer" | "phone";

/** A way into a site, without what is secret of it. */
export interface Login {
  key: string;
  site: string;
  address: string | null;
  name: string | null;
  hasPassword: boolean;
  hasNote: boolean;
  hasTotp: boolean;
}

/** What becomes of a secret: it stays, it was typed, or the shell makes one and does not say it. */
export type Wish = { kind: "keep" } | { kind: "typed"; text: string } | { kind: "make" };
