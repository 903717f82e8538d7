import { clock } from "./clock";
import { Ticking } from "./ticking";
import { clockTime } from "./zones";

/** <zone-clock></zone-clock>: what time it is where the incident is, so that nobody need reckon. */
export class ZoneClock extends Ticking {
  protected said(): string {
    return clockTime(clock.now());
  }
}
