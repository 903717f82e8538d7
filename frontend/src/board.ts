/** The page with the live board. */

import "./site";
import { LiveBoard } from "./live-board";
import { TotalTimer } from "./total-timer";
import { ZoneClock } from "./zone-clock";

customElements.define("total-timer", TotalTimer);
customElements.define("zone-clock", ZoneClock);
customElements.define("live-board", LiveBoard);
