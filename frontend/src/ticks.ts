/** One beat a second for every age and countdown on the page, and none while nobody listens. */

type Listener = () => void;

const SECOND = 1000;
const listeners = new Set<Listener>();
let beat: ReturnType<typeof setInterval> | undefined;

export function everySecond(listener: Listener): () => void {
  listeners.add(listener);
  beat ??= setInterval(() => { for (const each of listeners) each(); }, SECOND);
  return () => {
    listeners.delete(listener);
    if (listeners.size === 0) {
      clearInterval(beat);
      beat = undefined;
    }
  };
}
