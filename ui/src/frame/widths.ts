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
