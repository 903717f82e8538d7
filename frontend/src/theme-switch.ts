import { chosen, pick } from "./themes";

/** <theme-switch> around one button for each theme; the pressed one is worn. */
export class ThemeSwitch extends HTMLElement {
  connectedCallback(): void {
    this.#show(chosen());
    this.addEventListener("click", this.#choose);
  }

  disconnectedCallback(): void {
    this.removeEventListener("click", this.#choose);
  }

  #choose = (event: Event): void => {
    const button = (event.target as Element).closest("button");
    if (button) this.#show(pick(button.value));
  };

  #show(theme: string): void {
    for (const button of this.querySelectorAll("button")) {
      button.setAttribute("aria-pressed", String(button.value === theme));
    }
  }
}
