/** Below this width of the window, in CSS pixels, the editor shows the lines or the preview. */
export const linesOrPreviewBelow = 1100;
