/** Light, dark, and red for eyes that must stay used to the night. */

export const THEMES = ["light", "dark", "night-red"] as const;
export type Theme = (typeof THEMES)[number];

const SHELF = "muster-theme";

function isTheme(word: string | null): word is Theme {
  return THEMES.some((theme) => theme === word);
}

/** What was picked on this device, or else what the device asks for. */
export function chosen(): Theme {
  const picked = recall();
  if (picked) return picked;
  return matchMedia("(prefers-color-scheme: dark)").matches ? "dark" : "light";
}

export function wear(theme: Theme): void {
  document.documentElement.dataset["theme"] = theme;
}

export function pick(word: string): Theme {
  const theme = isTheme(word) ? word : "light";
  wear(theme);
  try {
    localStorage.setItem(SHELF, theme);
  } catch {
    // A browser that keeps nothing still shows the choice on this page.
  }
  return theme;
}

function recall(): Theme | null {
  try {
    const kept = localStorage.getItem(SHELF);
    return isTheme(kept) ? kept : null;
  } catch {
    return null;
  }
}
