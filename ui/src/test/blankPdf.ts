/**
 * What stands in for pdf.js, as jsdom draws nothing: a document of two pages. All test files share one document
 * and its modules, so it is put in place once, for all of them (`setup.ts`).
 */
export const drawing: {
  /** What a page is drawn after; `null`: pages are never drawn. */
  after: Promise<void> | null;
} = { after: null };

export function blankPdf() {
  const page = {};
  return {
    openPdf: async () => ({ pages: [page, page], close: async () => {} }),
    proportion: () => 1.414,
    drawPage: async () => {
      if (!drawing.after) return null;
      await drawing.after;
      return { canvas: document.createElement('canvas'), text: document.createElement('div') };
    },
  };
}
