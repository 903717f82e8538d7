/** The key that makes a repeated write the same write. */

/** `crypto.randomUUID` is missing where the page came over plain HTTP from another machine. */
export function freshKey(): string {
  if ("randomUUID" in crypto) return crypto.randomUUID();
  const bytes = (crypto as Crypto).getRandomValues(new Uint8Array(16));
  return [...bytes].map((byte) => byte.toString(16).padStart(2, "0")).join("");
}

/** The cookie's is the newest: signing in again in another tab changes it. */
export function csrfToken(): string {
  const [, baked] = /(?:^|; )(?:__Host-)?csrf=([^;]+)/.exec(document.cookie) ?? [];
  return baked ?? document.querySelector<HTMLMetaElement>('meta[name="csrf-token"]')?.content ?? "";
}
