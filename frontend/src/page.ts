/** A page that the server draws, and that follows what happens. */

import "./site";
import { LivePage } from "./live-page";

customElements.define("live-page", LivePage);
