/**
 * Proof that somebody gave in another window, at the provider of their agency: the window to
 * which they come back says so, and the form that waits for it is sent. The server decides.
 */

const CHANNEL = "muster-shown";

/** <shown-elsewhere>: in the window that came back from there. */
export class ShownElsewhere extends HTMLElement {
  connectedCallback(): void {
    const windows = new BroadcastChannel(CHANNEL);
    windows.postMessage("");
    windows.close();
  }
}

/** <proof-elsewhere>: in the form that asks for proof. */
export class ProofElsewhere extends HTMLElement {
  #windows: BroadcastChannel | null = null;

  connectedCallback(): void {
    this.#windows = new BroadcastChannel(CHANNEL);
    this.#windows.onmessage = () => { this.closest("form")?.requestSubmit(); };
  }

  disconnectedCallback(): void {
    this.#windows?.close();
  }
}
