/**
 * How high the frame of a mail should be. The frame cannot be measured: its sandbox gives the mail no origin and
 * no script, and keeps it so. Instead its height is estimated from the mail's HTML, read without showing it.
 */

/** As in the frame's own style sheet, in CSS pixels. */
const line = 21;
const margin = 12;
/** The mean width of a letter. */
const letter = 7;
/** Between paragraphs, and once more to spare: rather a little air than something that scrolls. */
const between = 14;
/** For a picture that does not say how high it is. */
const picture = 160;

/** A frame is never lower, and never higher: then it scrolls. */
const lowest = 64;
const highest = 640;

const breaks = new Set(['BR']);
const apart = new Set([
  'P',
  'BLOCKQUOTE',
  'UL',
  'OL',
  'DL',
  'PRE',
  'FIGURE',
  'H1',
  'H2',
  'H3',
  'H4',
  'H5',
  'H6',
  'HR',
]);
const inline = new Set(
  'A ABBR B BDO CITE CODE DEL EM FONT I INS KBD MARK Q S SMALL SPAN STRIKE STRONG SUB SUP TT U'.split(' '),
);

/** The height for a mail's sanitised HTML in a frame so many CSS pixels wide. */
export function framedHeight(mail: string, width: number): number {
  const { body } = new DOMParser().parseFromString(mail, 'text/html');
  const inside = stacked(body, Math.max(width - 2 * margin, 100));
  return Math.round(Math.min(Math.max(inside + 2 * margin + between, lowest), highest));
}

/** The height of what an element holds, below one another. */
function stacked(element: Element, width: number): number {
  let height = 0;
  let letters = 0;
  const endLine = () => {
    height += Math.ceil((letters * letter) / width) * line;
    letters = 0;
  };
  const add = (nodes: Iterable<Node>) => {
    for (const node of nodes) {
      if (!(node instanceof Element)) letters += shownLetters(node);
      else if (breaks.has(node.tagName)) {
        letters = Math.max(letters, 1);
        endLine();
      } else if (inline.has(node.tagName)) add(node.childNodes);
      else {
        endLine();
        height += blockHeight(node, width);
      }
    }
  };
  add(element.childNodes);
  endLine();
  return height;
}

function blockHeight(element: Element, width: number): number {
  if (element.tagName === 'IMG') return pictureHeight(element, width);
  if (element.tagName === 'TR') return rowHeight(element, width);
  const own = stacked(element, width);
  return apart.has(element.tagName) ? own + between : own;
}

function rowHeight(row: Element, width: number): number {
  const cells = [...row.children];
  return Math.max(0, ...cells.map((cell) => stacked(cell, width / cells.length)));
}

function pictureHeight(element: Element, width: number): number {
  if (!element.hasAttribute('src')) return line;
  const given = Number(element.getAttribute('height'));
  const wide = Number(element.getAttribute('width'));
  if (!(given > 0)) return picture;
  return wide > width ? (given * width) / wide : given;
}

/** How many letters of a text are shown: runs of space count once. */
function shownLetters(node: Node): number {
  const text = node.nodeType === Node.TEXT_NODE ? (node.textContent ?? '') : '';
  return text.trim() === '' ? 0 : text.replace(/\s+/g, ' ').length;
}
