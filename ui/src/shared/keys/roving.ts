/**
 * One tab stop for a group of controls: arrows, Home and End move the focus between them
 * (WAI-ARIA Authoring Practices, "roving tabindex"). The group sets `tabindex` itself.
 */
export interface RovingOptions {
  /** Which elements take part. */
  selector: string;
  /** Moving also chooses: tabs and radios. */
  follow?: boolean;
}

export function roving(node: HTMLElement, options: RovingOptions): { destroy: () => void } {
  function onKey(event: KeyboardEvent): void {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const members = [...node.querySelectorAll<HTMLElement>(options.selector)];
    const here = members.indexOf(document.activeElement as HTMLElement);
    const next = here < 0 ? undefined : members[target(event.key, here, members.length) ?? -1];
    if (!next) return;
    event.preventDefault();
    next.focus();
    if (options.follow) next.click();
  }
  node.addEventListener('keydown', onKey);
  return {
    destroy: () => {
      node.removeEventListener('keydown', onKey);
    },
  };
}

function target(key: string, here: number, length: number): number | undefined {
  switch (key) {
    case 'ArrowRight':
    case 'ArrowDown':
      return (here + 1) % length;
    case 'ArrowLeft':
    case 'ArrowUp':
      return (here - 1 + length) % length;
    case 'Home':
      return 0;
    case 'End':
      return length - 1;
    default:
      return undefined;
  }
}
