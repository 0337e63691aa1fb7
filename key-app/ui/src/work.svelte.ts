// Sticks that are being written while the person is elsewhere in the window: every screen says so.

import { bridge, type Fleet } from "./bridge";

/** How often it is asked whether they still are. */
const LOOK_MS = 2000;

class Work {
  goesOn = $state(false);
  /** Whether they become practice sticks, or will once somebody begins. */
  practice = $state(false);

  see(fleet: Fleet | null): void {
    this.goesOn = fleet?.state === "writing";
    this.practice = fleet?.practice ?? false;
  }

  /** Looks until nothing is written any more, or until whoever asked is gone. */
  follow(): () => void {
    const look = () => bridge.fleet().then((fleet) => this.see(fleet), () => this.see(null));
    const timer = window.setInterval(look, LOOK_MS);
    return () => window.clearInterval(timer);
  }
}

export const work = new Work();
