/** Which of the ten stripes an agency wears: the same on every screen, without asking anybody. */

const STRIPES = 10;

export function stripe(agency: string): number {
  let hash = 0x811c9dc5;
  for (const letter of agency) hash = Math.imul(hash ^ letter.charCodeAt(0), 0x01000193);
  return (hash >>> 0) % STRIPES;
}

/** <agency-stripe data-agency="id">Name</agency-stripe>, for pages the server draws. */
export class AgencyStripe extends HTMLElement {
  connectedCallback(): void {
    this.dataset["stripe"] = String(stripe(this.dataset["agency"] ?? ""));
  }
}
