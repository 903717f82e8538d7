/** Chooses the colors before the first paint, so that no tablet flashes white at night. */

import { chosen, wear } from "./themes";

wear(chosen());
