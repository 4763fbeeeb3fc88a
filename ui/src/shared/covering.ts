// What must not stay on screen once the desk is covered: whoever shows it says how it is put away.
const acts = new Set<() => void>();

/** Runs `act` whenever the desk is covered or the window goes out of sight. Answers the way out. */
export function whenCovered(act: () => void): () => void {
  acts.add(act);
  return () => acts.delete(act);
}

/** The desk is covered, or locked, or given to a room: everything of the kind is put away. */
export function putAway(): void {
  for (const act of acts) act();
}
