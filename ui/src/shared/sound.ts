// Whether a typed text finds a name: by its characters, in pinyin, by initials, or mixed (`linc`, `lcw`, `林cw`). Pure;
// the readings come from the core (`sound`), surnames read as surnames.

const plain = (text: string) => text.normalize("NFKC").toLocaleLowerCase().trim();

/** Whether the letters spell the syllables from the start, each by a prefix of it. */
function spells(letters: string, syllables: readonly string[]): boolean {
  if (letters === "") return true;
  const [first, ...rest] = syllables;
  if (first === undefined) return false;
  for (let taken = Math.min(first.length, letters.length); taken > 0; taken--) {
    if (letters.startsWith(first.slice(0, taken)) && spells(letters.slice(taken), rest)) return true;
  }
  return false;
}

/** Whether the text finds somebody called so. `sound`: the readings of the name, a space between characters. */
export function finds(text: string, words: string, sound = ""): boolean {
  const wanted = plain(text);
  if (wanted === "" || plain(words).includes(wanted)) return true;
  const letters = wanted.replaceAll(/[\s']/g, "");
  if (!/^[a-z]+$/.test(letters) || sound === "") return false;
  const syllables = sound.split(" ");
  return syllables.some((_, start) => spells(letters, syllables.slice(start)));
}
