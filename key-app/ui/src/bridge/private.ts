// What is kept under *Privé*.

export interface Contact {
  key: string;
  name: string;
  phone: string | null;
  mail: string | null;
  address: string | null;
  note: string | null;
}

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
