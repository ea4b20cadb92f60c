/** Window widths, in CSS pixels, at which the frame changes (design guide, "Smaller and larger windows"). */
import type { PlaceName } from '$shared/navigation.svelte';

/** Below this the sidebar is a rail of icons. */
export const railBelow = 1180;
/** Below this the side column lies over the conversation, behind a button. */
export const sidePanelBelow = 1040;

/** Whether the sidebar is folded: in a narrow window, and always beside the quote editor. */
export function runsAsRail(width: number, place: PlaceName): boolean {
  return width < railBelow || place === 'quote';
}

/** The width of a list beside a detail, until the user drags it. */
export function listWidth(window: number): number {
  if (window < railBelow) return 300;
  return window > wideAbove ? 380 : 320;
}

/** Above this list and side column are wider, and the conversation stops growing. */
export const wideAbove = 1600;
