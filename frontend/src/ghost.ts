/** The picture of a lifted card that follows the pointer. */

export class Ghost {
  #picture: HTMLElement | undefined;
  #offset = { x: 0, y: 0 };

  raise(card: HTMLElement, x: number, y: number): void {
    this.drop();
    const { left, top, width } = card.getBoundingClientRect();
    this.#offset = { x: x - left, y: y - top };
    this.#picture = card.cloneNode(true) as HTMLElement;
    this.#picture.classList.add("ghost");
    this.#picture.setAttribute("aria-hidden", "true");
    this.#picture.inert = true;
    this.#picture.style.width = `${width}px`;
    document.body.append(this.#picture);
    this.follow(x, y);
  }

  follow(x: number, y: number): void {
    if (!this.#picture) return;
    this.#picture.style.translate = `${x - this.#offset.x}px ${y - this.#offset.y}px`;
  }

  drop(): void {
    this.#picture?.remove();
    this.#picture = undefined;
  }
}
