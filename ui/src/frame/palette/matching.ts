/** Which commands fit what was typed, and where: each typed word begins a word of the title, or stands in it. */
export interface Match {
  /** Lower is better. */
  rank: number;
  /** The part of the title to set off, if it is one piece. */
  start: number;
  end: number;
}

/** How a title fits; null if it does not. Case and accents do not count. */
export function matchTitle(title: string, typed: string): Match | null {
  const wanted = plain(typed.trim());
  if (wanted === '') return { rank: 0, start: 0, end: 0 };
  const text = plain(title);
  const at = text.indexOf(wanted);
  if (at >= 0) {
    const rank = at === 0 ? 0 : /[\s:’'(-]/.test(text.charAt(at - 1)) ? 1 : 2;
    return { rank, start: at, end: at + wanted.length };
  }
  const words = wanted.split(/\s+/);
  return words.every((word) => text.includes(word)) ? { rank: 3, start: 0, end: 0 } : null;
}

/** Letters without case and accents; as many signs as before, so that places stay the same. */
function plain(text: string): string {
  return [...text]
    .map((sign) => {
      const bare = sign.normalize('NFD').charAt(0).toLowerCase();
      return bare.length === sign.length ? bare : sign;
    })
    .join('');
}
