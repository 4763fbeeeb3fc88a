// Cuts a found title into the parts that matched and the parts between. Positions count characters, as the core does.

export interface Piece {
  text: string;
  marked: boolean;
}

export function pieces(title: string, marks: readonly (readonly [number, number])[]): Piece[] {
  const characters = [...title];
  const out: Piece[] = [];
  let from = 0;
  for (const [start, end] of [...marks].sort((a, b) => a[0] - b[0])) {
    const begin = Math.max(from, start);
    if (end <= begin) continue;
    if (begin > from) out.push({ text: characters.slice(from, begin).join(""), marked: false });
    out.push({ text: characters.slice(begin, end).join(""), marked: true });
    from = end;
  }
  if (from < characters.length) out.push({ text: characters.slice(from).join(""), marked: false });
  return out;
}
