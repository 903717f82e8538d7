/** The page with the live board. */

import "./site";
import { LiveBoard } from "./live-board";
import { TotalTimer } from "./total-timer";

customElements.define("total-timer", TotalTimer);
customElements.define("live-board", LiveBoard);
