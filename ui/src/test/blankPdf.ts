/** What stands in for pdf.js, as jsdom draws nothing: a document of two pages that are never drawn. */
export function blankPdf() {
  const page = {};
  return {
    openPdf: async () => ({ pages: [page, page], close: async () => {} }),
    proportion: () => 1.414,
    drawPage: async () => null,
  };
}
