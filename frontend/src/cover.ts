/**
 * What lies over the page of a locked device: nothing under it can be seen, reached or printed,
 * and all of it stays as it was, so that one goes on where one left off, drafts and all.
 */

import { csrfToken } from "./keys";

export class Cover {
  #title = "";

  /** Told once the server has taken the proof; or that another person's page is due. */
  constructor(
    private readonly dialog: HTMLDialogElement,
    private readonly unlock: string,
    private readonly unlocked: () => void,
  ) {
    dialog.addEventListener("cancel", (event) => { event.preventDefault(); });
    dialog.addEventListener("close", () => { if (this.there) dialog.showModal(); });
    dialog.addEventListener("submit", this.#sent);
  }

  get there(): boolean {
    return "locked" in document.documentElement.dataset;
  }

  put(draw = true): void {
    if (!this.there) {
      this.#title = document.title;
      document.title = this.dialog.querySelector("#cover-title")?.textContent ?? "";
      document.documentElement.dataset["locked"] = "";
      if (!this.dialog.open) this.dialog.showModal();
    }
    // What opens it is fetched as soon as there is a link.
    if (draw && !this.dialog.querySelector(".locked")) void this.#draw();
  }

  take(): void {
    delete document.documentElement.dataset["locked"];
    document.title = this.#title;
    this.dialog.close();
    this.dialog.querySelector(".locked")?.remove();
  }

  /** How many wait is told on a locked device too, and nothing of what they ask. */
  tell(waiting: number): void {
    const told = this.dialog.querySelector<HTMLElement>("[data-waiting]")?.dataset["waiting"];
    if (told !== undefined && told !== String(waiting) && !this.#typing()) void this.#draw();
  }

  #typing(): boolean {
    return [...this.dialog.querySelectorAll<HTMLInputElement>("input:not([type=hidden])")].some((each) => each.value !== "");
  }

  #sent = (event: Event): void => {
    const form = event.target as HTMLFormElement;
    if (!form.matches("[data-unlock]")) return;
    event.preventDefault();
    void this.#draw(new FormData(form));
  };

  async #draw(body?: FormData): Promise<void> {
    try {
      const answer = await fetch(this.unlock, {
        method: body ? "POST" : "GET",
        headers: { "HX-Request": "true", "X-CSRFToken": csrfToken() },
        cache: "no-store",
        ...(body ? { body } : {}),
      });
      if (answer.redirected) location.reload(); // signed out meanwhile
      else if (answer.status === 204) this.unlocked();
      else if (answer.ok || answer.status === 422) this.#show(await answer.text(), body !== undefined);
    } catch {
      // No link: the cover stays, and it is asked again.
    }
  }

  #show(text: string, answered: boolean): void {
    // What somebody began to type while this was on its way is not taken from under their hands.
    if (!answered && this.#typing()) return;
    const page = new DOMParser().parseFromString(text, "text/html");
    this.dialog.querySelector(".locked")?.remove();
    this.dialog.append(...page.body.childNodes);
    this.dialog.querySelector<HTMLElement>("[data-wrong] input, [autofocus], input:not([type=hidden])")?.focus();
  }
}
