/**
 * A message's text taken apart for showing: words in which something was found, and links. The text itself
 * is never changed; the segments put together are the text again.
 */
export type Segment =
  | { kind: 'plain'; text: string }
  | { kind: 'evidence'; text: string; evidence: string }
  | { kind: 'link'; text: string; link: string };

// An address as people type it: with its scheme, or beginning with www.; closing marks stay outside.
const links = /\b(?:https?:\/\/|www\.)[^\s<>"«»]*[^\s<>"«».,;:!?)\]}'’]/giu;

interface Span {
  start: number;
  end: number;
  make: (text: string) => Segment;
}

/** Takes a text apart. Evidence wins over links, the longer over the shorter, the first over the later. */
export function segmentsOf(text: string, evidence: readonly string[]): Segment[] {
  const spans = [...evidenceSpans(text, evidence), ...linkSpans(text)];
  const taken: Span[] = [];
  for (const span of spans) {
    if (!taken.some((other) => span.start < other.end && other.start < span.end)) taken.push(span);
  }
  taken.sort((a, b) => a.start - b.start);

  const segments: Segment[] = [];
  let end = 0;
  for (const span of taken) {
    if (span.start > end) segments.push({ kind: 'plain', text: text.slice(end, span.start) });
    segments.push(span.make(text.slice(span.start, span.end)));
    end = span.end;
  }
  if (end < text.length) segments.push({ kind: 'plain', text: text.slice(end) });
  return segments;
}

function evidenceSpans(text: string, evidence: readonly string[]): Span[] {
  return [...new Set(evidence)]
    .filter((words) => words.trim() !== '')
    .sort((a, b) => b.length - a.length)
    .map((words) => ({ words, start: text.indexOf(words) }))
    .filter(({ start }) => start >= 0)
    .map(({ words, start }) => ({
      start,
      end: start + words.length,
      make: (found) => ({ kind: 'evidence', text: found, evidence: words }),
    }));
}

function linkSpans(text: string): Span[] {
  return [...text.matchAll(links)].map((match) => ({
    start: match.index,
    end: match.index + match[0].length,
    make: (found) => ({
      kind: 'link',
      text: found,
      link: found.startsWith('www.') ? `https://${found}` : found,
    }),
  }));
}

/** Paragraphs: parts between empty lines. */
export function paragraphsOf(text: string): string[] {
  return text
    .split(/\n[ \t]*\n/)
    .map((part) => part.replace(/^\n+|\s+$/g, ''))
    .filter((part) => part.trim() !== '');
}
