/** The page with the live inbox. */

import "./site";
import { LiveInbox } from "./live-inbox";

customElements.define("live-inbox", LiveInbox);
