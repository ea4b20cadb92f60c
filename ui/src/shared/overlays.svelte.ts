/** What lies over the whole window and can be opened from anywhere. One at a time. */
export type Overlay =
  | { name: 'palette' }
  | { name: 'keys' }
  | { name: 'new-request' }
  | { name: 'outbox' }
  | { name: 'ignored' }
  | { name: 'link'; link: string }
  | null;

let shown = $state.raw<Overlay>(null);

export const overlays = {
  get shown(): Overlay {
    return shown;
  },
  show(overlay: Overlay): void {
    shown = overlay;
  },
  close(): void {
    shown = null;
  },
};
