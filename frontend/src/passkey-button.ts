/**
 * <passkey-button data-ask="…" data-into="credential"> around a button, in a form.
 *
 * Asks the server what to ask, the device for the passkey (or, with data-makes, for a new
 * one), puts its answer into the form's field and sends the form. It decides nothing.
 */

import { csrfToken } from "./keys";
import { toast } from "./toasts";
import { gettext } from "./words";

interface Asked {
  readonly publicKey: PublicKeyCredentialCreationOptionsJSON & PublicKeyCredentialRequestOptionsJSON;
}

export class PasskeyButton extends HTMLElement {
  connectedCallback(): void {
    this.addEventListener("click", this.#press);
    this.toggleAttribute("unable", !("PublicKeyCredential" in window));
  }

  disconnectedCallback(): void {
    this.removeEventListener("click", this.#press);
  }

  #press = (): void => {
    const form = this.closest("form");
    if (!form?.checkValidity()) return;
    if (this.hasAttribute("unable")) {
      toast(gettext("This browser knows no passkeys, or the page came without HTTPS."));
      return;
    }
    this.#go(form).catch(() => { toast(gettext("No passkey was shown. Try again, or use another way.")); });
  };

  async #go(form: HTMLFormElement): Promise<void> {
    const credential = await this.#shown();
    const field = form.elements.namedItem(this.dataset["into"] ?? "");
    if (!credential || !(field instanceof HTMLInputElement)) return;
    field.value = JSON.stringify(credential.toJSON());
    form.requestSubmit();
  }

  async #shown(): Promise<PublicKeyCredential | null> {
    const answer = await fetch(this.dataset["ask"] ?? "", { method: "POST", headers: { "X-CSRFToken": csrfToken() } });
    if (!answer.ok) throw new Error(answer.statusText);
    const { publicKey } = (await answer.json()) as Asked;
    const made = this.hasAttribute("data-makes")
      ? await navigator.credentials.create({ publicKey: PublicKeyCredential.parseCreationOptionsFromJSON(publicKey) })
      : await navigator.credentials.get({ publicKey: PublicKeyCredential.parseRequestOptionsFromJSON(publicKey) });
    return made as PublicKeyCredential | null;
  }
}
