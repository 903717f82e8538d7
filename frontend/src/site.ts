/** What every page has: forms by htmx, ages and countdowns, the theme, the dialog, the command line. */

import { watchBack } from "./back";
import { clock } from "./clock";
import { CountDown } from "./count-down";
import { watchDrafts } from "./drafts";
import { openLinks, startFragments } from "./fragments";
import { ProofElsewhere, ShownElsewhere } from "./elsewhere";
import { listenForGo } from "./go";
import { watchLock } from "./lock";
import { watchSheet } from "./sheets";
import { AgencyStripe } from "./stripes";
import { PasskeyButton } from "./passkey-button";
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
customElements.define("passkey-button", PasskeyButton);
customElements.define("proof-elsewhere", ProofElsewhere);
customElements.define("shown-elsewhere", ShownElsewhere);

watchSheet();
watchBack();
watchDrafts();
watchLock();
listenForGo();
startFragments();
openLinks();
