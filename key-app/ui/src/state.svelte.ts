// Where the person is. Every screen is one case of Screen: what a screen needs, it carries.

import { bridge, type Closing, type Contact, type Dropped, type Due, type Entrusted, type Held, type Helper, type Home, type LifeTheme, type Loan, type LockedWhy, type Login, type Mandate, type Paper, type Service, type Standing, type Start, type StickOf } from "./bridge";
import { agenda } from "./dates.svelte";
import { isCurator, type Draft } from "./give";
import { work } from "./work.svelte";
import { help } from "./help.svelte";
import { languages, type Language } from "./languages";
import { look, type LookName } from "./look.svelte";
import { loadAnew, lockedBefore } from "./reload";
import type { Photo, Scan } from "./scan.svelte";
import { newer } from "./newer.svelte";
import { language } from "./texts.svelte";

export type Screen =
  | { at: "starting" }
  | { at: "no-stick"; why: "missing" | "damaged" | "second" | "unknown" }
  | { at: "language" }
  | { at: "code" }
  | { at: "first-code" }
  | { at: "card"; card: string; again?: boolean }
  | { at: "home" }
  | { at: "papers" }
  | { at: "folder"; folder: number; added?: number }
  | { at: "scan"; scan: Scan }
  | { at: "scan-crop"; scan: Scan; photo: Photo }
  | { at: "scan-pages"; scan: Scan }
  | { at: "scan-page"; scan: Scan; page: number }
  | { at: "bin"; folder: number }
  | { at: "new-note"; folder: number }
  | { at: "edit-note"; paper: Paper; text: string }
  | { at: "paper"; paper: Paper; news?: "kept" | "named"; from?: Screen }
  | { at: "kind"; paper: Paper; from?: Screen }
  | { at: "search-papers"; words?: string }
  | { at: "contacts"; news?: string }
  | { at: "contact"; contact: Contact }
  | { at: "edit-contact"; contact: Contact | null }
  | { at: "logins"; news?: string }
  | { at: "login"; login: Login; news?: string }
  | { at: "edit-login"; login: Login | null }
  | { at: "needs"; service: Service; from: Screen }
  | { at: "steps"; words?: string }
  | { at: "life-theme"; theme: LifeTheme }
  | { at: "service"; service: Service; from: Screen }
  | { at: "dates"; news?: string }
  | { at: "date"; due: Due }
  | { at: "new-date" }
  | { at: "helpers"; news?: string }
  | { at: "give-helper"; instead: Mandate | null }
  | { at: "give-themes"; draft: Draft }
  | { at: "give-terms"; draft: Draft }
  | { at: "give-consent"; draft: Draft }
  | { at: "guardian"; draft: Draft }
  | { at: "guardian-who"; draft: Draft }
  | { at: "guardian-measure"; draft: Draft }
  | { at: "given"; mandates: readonly Mandate[] }
  | { at: "mandate"; mandate: Mandate; from?: Screen }
  | { at: "journal" }
  | { at: "helping" }
  | { at: "people" }
  | { at: "fleet" }
  | { at: "practice" }
  | { at: "notebook"; news?: string }
  | { at: "loan"; loan: Loan | null; taken: readonly string[] }
  | { at: "beside"; from?: Screen }
  | { at: "dropped"; dropped: readonly Dropped[]; news?: string }
  | { at: "dropped-paper"; of: Dropped; dropped: readonly Dropped[] }
  | { at: "person"; of: Entrusted }
  | { at: "person-folder"; of: Entrusted; folder: number; papers?: readonly Paper[] }
  | { at: "person-paper"; of: Entrusted; paper: Paper; papers: readonly Paper[] }
  | { at: "recovery"; news?: string }
  | { at: "holders" }
  | { at: "holders-code"; helpers: readonly Helper[] }
  | { at: "new-card" }
  | { at: "held"; held: Held; news?: string }
  | { at: "compare"; held: Held }
  | { at: "ask-card"; afresh?: boolean }
  | { at: "ask-code"; card: string | null; afresh: boolean }
  | { at: "asking"; standing: Standing }
  | { at: "settings" }
  | { at: "rights" }
  | { at: "delete-space" }
  | { at: "deleting"; until: string }
  | { at: "look"; what: LookName }
  | { at: "choose-language" }
  | { at: "stick" }
  | { at: "new-version" }
  | { at: "sticks"; news?: string }
  | { at: "other-stick"; of: StickOf; place: number }
  | { at: "remove-stick"; of: StickOf; place: number }
  | { at: "add-stick" }
  | { at: "add-security-key" }
  | { at: "open-security-key"; from: Screen }
  | { at: "renew-stick" }
  | { at: "lost-stick"; from: Screen }
  | { at: "locked"; why: LockedWhy };

const PRIVATE = 0;

class App {
  screen = $state<Screen>({ at: "starting" });
  home = $state<Home | null>(null);
  /** What the structure says where it closes. */
  closing = $state.raw<Closing | null>(null);
  practice = $state(false);
  stickIsNew = $state(false);
  /** A recovery that the stick was prepared for, or that was begun on it. */
  recovery = $state<Start["recovery"]>(null);
  languages = $state<readonly Language[]>(languages);
  /** Most bytes of one paper. */
  largest = $state(Infinity);
  /** Something typed or added that is not kept yet. */
  unsent = $state(false);
  /** Things that wait for the portal to answer. */
  waiting = $state(0);
  /** The move that waits for an answer, because something is unsent. */
  asking = $state.raw<(() => void) | null>(null);
  /** Said once by the screen reader, without moving the focus. */
  said = $state("");

  /** The first screen. After a lock the page was loaded anew, and says first why it is shut. */
  async begin(): Promise<void> {
    const before = lockedBefore();
    if (before?.language) await language.use(before.language);
    if (before) this.screen = { at: "locked", why: before.why };
    await this.start(before?.language === null).catch(() => this.go({ at: "no-stick", why: "unknown" }));
  }

  /** Asks the shell how things stand. A screen that says it is shut stays until the person moves on. */
  async start(ownLanguage = true): Promise<void> {
    const found = await bridge.start();
    this.practice = found.practice;
    this.recovery = found.recovery;
    this.stickIsNew = found.stick === "new";
    this.languages = found.languages;
    this.largest = found.largest;
    if (ownLanguage || this.screen.at !== "locked") await language.use(found.language);
    const { stick } = found;
    this.go(stick === "new" || stick === "ready" ? { at: "language" } : { at: "no-stick", why: stick });
  }

  go(next: Screen): void {
    if (this.screen.at === "locked" && next.at !== "starting") return;
    this.unsent = false;
    this.asking = null;
    this.said = "";
    this.screen = next;
  }

  /** The same where the person is still there: an answer that comes late takes nobody away from what they do now. */
  goFrom(here: Screen, next: Screen): void {
    if (this.screen === here) this.go(next);
  }

  /** The space is open, unless it was shut again while it was opening. */
  opened(home: Home, card: string | null = null): void {
    if (this.screen.at === "locked") return;
    this.home = home;
    if (home.deleting) {
      this.go({ at: "deleting", until: home.deleting });
      return;
    }
    void look.follow();
    // Until it is there, the catalogue that came with the program counts.
    bridge.readBoard().then((closing) => (this.closing = closing), () => undefined);
    this.go(card === null ? { at: "home" } : { at: "card", card });
  }

  get parent(): Screen | null {
    const here = this.screen;
    switch (here.at) {
      case "code":
      case "first-code":
        return { at: "language" };
      case "papers":
      case "steps":
      case "dates":
      case "helpers":
      case "people":
      case "settings":
        return { at: "home" };
      case "beside":
        return here.from ?? { at: "helpers" };
      case "dropped":
        return { at: "papers" };
      case "dropped-paper":
        return { at: "dropped", dropped: here.dropped };
      case "give-helper":
        return here.instead ? { at: "mandate", mandate: here.instead } : { at: "helpers" };
      case "give-themes":
        if (here.draft.measure) return { at: "guardian-measure", draft: here.draft };
        return here.draft.instead ? { at: "mandate", mandate: here.draft.instead } : { at: "give-helper", instead: null };
      case "give-consent":
        return { at: "give-themes", draft: here.draft };
      case "give-terms":
        return { at: "give-consent", draft: here.draft };
      case "guardian":
        if (here.draft.instead) return { at: "mandate", mandate: here.draft.instead };
        return here.draft.helpers.some(isCurator) ? { at: "give-helper", instead: null } : { at: "give-consent", draft: here.draft };
      case "guardian-who":
      case "guardian-measure":
        return { at: "guardian", draft: here.draft };
      case "mandate":
        return here.from ?? { at: "helpers" };
      case "given":
      case "journal":
        return { at: "helpers" };
      case "person":
      case "fleet":
        return { at: "people" };
      case "practice":
        return { at: "fleet" };
      case "person-folder":
        return { at: "person", of: here.of };
      case "person-paper":
        return { at: "person-folder", of: here.of, folder: here.paper.folder, papers: here.papers };
      case "date":
      case "new-date":
        return { at: "dates" };
      case "folder":
        return { at: "papers" };
      case "life-theme":
        return { at: "steps" };
      case "service":
        return here.from;
      case "bin":
      case "new-note":
        return { at: "folder", folder: here.folder };
      case "scan":
        return here.scan.pages.length > 0 ? { at: "scan-pages", scan: here.scan } : { at: "folder", folder: here.scan.folder };
      case "scan-crop":
        return { at: "scan", scan: here.scan };
      case "scan-pages":
        return { at: "folder", folder: here.scan.folder };
      case "scan-page":
        return { at: "scan-pages", scan: here.scan };
      case "paper":
        return here.from ?? { at: "folder", folder: here.paper.folder };
      case "kind":
        return { at: "paper", paper: here.paper, from: here.from };
      case "search-papers":
        return { at: "papers" };
      case "notebook":
        return { at: "people" };
      case "loan":
        return { at: "notebook" };
      case "contacts":
      case "logins":
        return { at: "folder", folder: PRIVATE };
      case "contact":
        return { at: "contacts" };
      case "edit-contact":
        return here.contact ? { at: "contact", contact: here.contact } : { at: "contacts" };
      case "login":
        return { at: "logins" };
      case "edit-login":
        return here.login ? { at: "login", login: here.login } : { at: "logins" };
      case "needs":
        return { at: "service", service: here.service, from: here.from };
      case "edit-note":
        return { at: "paper", paper: here.paper };
      case "look":
        return { at: this.home ? "settings" : "language" };
      case "delete-space":
        return { at: "rights" };
      case "held":
        return { at: "people" };
      case "compare":
        return { at: "held", held: here.held };
      case "ask-card":
        return this.stickIsNew ? { at: "language" } : { at: "code" };
      case "ask-code":
        return { at: "ask-card", afresh: here.afresh };
      case "holders":
      case "new-card":
        return { at: "recovery" };
      case "holders-code":
        return { at: "holders" };
      case "other-stick":
      case "add-stick":
      case "add-security-key":
      case "renew-stick":
        return { at: "sticks" };
      case "remove-stick":
        return { at: "other-stick", of: here.of, place: here.place };
      case "lost-stick":
      case "open-security-key":
        return here.from;
      case "sticks":
      case "recovery":
      case "helping":
      case "rights":
      case "choose-language":
      case "stick":
        return { at: "settings" };
      case "new-version":
        return { at: "home" };
      default:
        return null;
    }
  }

  back(): void {
    // From one screen of a scan to another its pages come along.
    const comesAlong = this.parent !== null && "scan" in this.parent;
    this.#ask(() => this.backNow(), this.unsent && !comesAlong);
  }

  backNow(): void {
    if (this.parent) this.go(this.parent);
  }

  leave(): void {
    this.#ask(() => this.leaveNow(), this.unsent);
  }

  /** To who is beside the person, and back to here afterwards: what is being photographed comes along. */
  toBeside(): void {
    const from = this.screen;
    this.#ask(() => this.go({ at: "beside", from }), this.unsent && !("scan" in from));
  }

  /** Goes at once where nothing is lost by it. */
  #ask(move: () => void, loses: boolean): void {
    if (loses || this.waiting > 0) this.asking = move;
    else move();
  }

  /** The screen is empty before the shell has even heard of it. */
  leaveNow(): void {
    this.locked("left");
    void bridge.leave();
  }

  locked(why: LockedWhy): void {
    if (this.screen.at === "locked") return;
    this.go({ at: "locked", why });
    this.home = null;
    this.closing = null;
    agenda.forget();
    help.forget();
    newer.forget();
    work.see(null);
    look.forget();
    if (why !== "left") loadAnew(why, language.now);
  }

  /** Papers were added to a folder, or taken out. */
  count(folder: number, more: number): void {
    const line = this.home?.folders.find((each) => each.folder === folder);
    if (line) line.papers = Math.max(0, line.papers + more);
    else if (more > 0) this.home?.folders.push({ folder, papers: more });
  }

  say(words: string): void {
    this.said = words;
  }
}

export const app = new App();
