/** What every page has: forms by htmx, ages and countdowns, the theme, the dialog, the slash. */

import { clock } from "./clock";
import { CountDown } from "./count-down";
import { openLinks, startFragments } from "./fragments";
import { watchSheet } from "./sheets";
import { listenForSlash } from "./slash";
import { AgencyStripe } from "./stripes";
import { ThemeSwitch } from "./theme-switch";
import { TimeAgo } from "./time-ago";
import { tellIn } from "./zones";

const stamp = document.querySelector<HTMLMetaElement>('meta[name="server-time"]');
if (stamp) clock.hear(stamp.content);
tellIn(document.documentElement.dataset["zone"]);

customElements.define("theme-switch", ThemeSwitch);
customElements.define("time-ago", TimeAgo);
customElements.define("count-down", CountDown);
customElements.define("agency-stripe", AgencyStripe);

watchSheet();
listenForSlash();
startFragments();
openLinks();
