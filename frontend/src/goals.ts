/** What can be gone to, and which of it somebody means who typed a few letters. */

export interface Goal {
  readonly words: string;
  readonly rank: number;
  readonly act: () => void;
}

/** Each typed word begins a word of the goal; goals that begin with what was typed come first. */
export function matching(goals: readonly Goal[], typed: string): Goal[] {
  const sought = split(typed);
  const found = goals.filter(({ words }) => {
    const said = split(words);
    return sought.every((start) => said.some((word) => word.startsWith(start)));
  });
  const first = (goal: Goal): number => Number(!goal.words.toLowerCase().startsWith(typed.trim().toLowerCase()));
  return found.sort((one, other) => first(one) - first(other));
}

function split(words: string): string[] {
  return words.toLowerCase().split(/[\s,./:-]+/).filter(Boolean);
}
