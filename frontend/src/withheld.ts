/** A field that its owner does not share with this view: never the same as empty. */

export interface Withheld {
  readonly withheld: string;
}

export type Maybe<T> = T | Withheld;

export function isWithheld(value: unknown): value is Withheld {
  return typeof value === "object" && value !== null && "withheld" in value;
}

/** The value if it was shared, or else what stands in for it in reckoning. */
export function shared<T>(value: Maybe<T> | undefined, otherwise: T): T {
  return value === undefined || isWithheld(value) ? otherwise : value;
}
