/** What a framed mail may do: show its words, its own styles, and pictures that it carries itself. */
export const framePolicy = "default-src 'none'; img-src data:; style-src 'unsafe-inline'";

/**
 * The document of the sandboxed frame. `mail` is the core's sanitised HTML and is put in as it is, last.
 * Links lead nowhere: the core took their addresses away, and the sandbox forbids new windows.
 */
export function framedMail(mail: string): string {
  const head = [
    `<meta http-equiv="Content-Security-Policy" content="${framePolicy}">`,
    '<meta charset="utf-8"><base target="_blank"><meta name="referrer" content="no-referrer">',
    '<style>body{margin:12px;font:14px/21px sans-serif;color:#171c22;background:#fff;overflow-wrap:anywhere}img{max-width:100%;height:auto}</style>',
  ].join('');
  return `<!doctype html><html><head>${head}</head><body>${mail}</body></html>`;
}
