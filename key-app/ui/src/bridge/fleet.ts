// Sticks that a mediator prepares: what they are made from, and how far each is.

/** Why something of a folder of vouchers starts no stick. */
export type Unused = "damaged" | "otherStructure" | "otherRealm" | "otherKind" | "ended" | "notYet" | "twice" | "used";

/** What a folder of vouchers is good for. */
export interface Offer {
  /** The first number that is not ready yet. */
  first: number;
  /** How many numbers; 0 where no stick can be made. */
  count: number;
  /** Vouchers that nobody used. */
  left: number;
  unusable: { name: string; why: Unused }[];
  /** Numbers of sticks that somebody has, as the notebook of this space says. */
  lent: number[];
  /** Whether the programs are there: on the stick in use, or in a folder that was chosen. */
  programs: boolean;
  /** Whether they become practice sticks. */
  practice: boolean;
}

/** How a volume is, or why nothing is written on it. */
export type LineState = "again" | "writing" | "checking" | "ready" | "notRemovable" | "readOnly" | "tooSmall" | "foreign" | "link"
  | "somebody" | "practised" | "damaged" | "elsewhere" | "pulled" | "stopped" | "forgets" | "remembered" | "stick" | Exclude<FleetRefusal, FolderRefusal>;

/** What a fleet wants and has not. */
export type FleetRefusal = "noVoucher" | "fleetNumbers" | "waits" | "fleetJournal" | "fleetPrograms" | "fleetVolumes" | "fleetGone" | FolderRefusal;

/** Why a folder of vouchers that names a practice structure is not taken. */
export type FolderRefusal = "folderLocator" | "folderRealLocator" | "folderOtherVouchers" | "folderRealVouchers" | "folderMixed" | "folderChanged";

export interface Line {
  /** Its number in this run. */
  id: number;
  /** How the computer calls it. */
  name: string;
  /** The number of the stick, for its label. */
  number: number | null;
  state: LineState;
  /** Bytes written, of how many. */
  written: [number, number] | null;
  /** How many things lie on it, and the first names. */
  found: [number, string[]] | null;
  /** Whether what lies on it may go if somebody says so. */
  erasable: boolean;
}

export type RowState = "todo" | "begun" | "ready" | "givenUp";

export interface Fleet {
  /** "failed": the computer does not say what is plugged in. */
  state: "writing" | "done" | "stopped" | "failed";
  /** Whether they become practice sticks. */
  practice: boolean;
  lines: Line[];
  rows: { number: number; state: RowState }[];
}
