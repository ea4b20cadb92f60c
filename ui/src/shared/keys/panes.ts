/**
 * F6 goes round the panes: landmarks marked `data-pane`, in document order. Each pane gets the focus back
 * where it last had it, else its element marked `data-pane-start`, else its first focusable one.
 */
const lastFocus = new WeakMap<Element, HTMLElement>();
const focusable =
  'a[href], button:not(:disabled), input:not(:disabled), textarea:not(:disabled), iframe, [tabindex]:not([tabindex="-1"])';

/** Remembers where focus was in each pane, until the result is called. */
export function watchPanes(root: Document = document): () => void {
  function remember(event: FocusEvent): void {
    if (!(event.target instanceof HTMLElement)) return;
    const pane = event.target.closest('[data-pane]');
    if (pane) lastFocus.set(pane, event.target);
  }
  root.addEventListener('focusin', remember);
  return () => {
    root.removeEventListener('focusin', remember);
  };
}

/** Moves the focus to the next pane (step 1) or the one before (step -1). */
export function stepPane(step: 1 | -1, root: Document = document): void {
  const panes = [...root.querySelectorAll('[data-pane]')].filter(isShown);
  if (panes.length === 0) return;
  const here = panes.findIndex((pane) => pane.contains(root.activeElement));
  const next = panes[(here + step + panes.length) % panes.length];
  if (next) focusPane(next);
}

/** Puts the focus into the pane of that name, if it is shown. */
export function focusPaneNamed(name: string, root: Document = document): void {
  const pane = root.querySelector(`[data-pane="${name}"]`);
  if (pane && isShown(pane)) focusPane(pane);
}

function focusPane(pane: Element): void {
  const last = lastFocus.get(pane);
  const target =
    (last?.isConnected && pane.contains(last) ? last : undefined) ??
    pane.querySelector<HTMLElement>('[data-pane-start]') ??
    pane.querySelector<HTMLElement>(focusable);
  target?.focus();
}

function isShown(element: Element): boolean {
  return getComputedStyle(element).display !== 'none';
}
