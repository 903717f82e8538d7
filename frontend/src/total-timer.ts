import { total } from "./ages";
import { clock } from "./clock";
import { Ticking } from "./ticking";

/** <total-timer since="…" until="…">: how long it has run, counting up until it ends. */
export class TotalTimer extends Ticking {
  protected said(): string {
    const end = this.hasAttribute("until") ? this.moment("until") : clock.now();
    return total((end - this.moment("since")) / 1000);
  }
}
