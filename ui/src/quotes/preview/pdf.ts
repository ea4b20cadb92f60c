/**
 * pdf.js, loaded when a document is first shown. Its worker is a file of the program itself; no font, script or
 * picture is fetched from anywhere. The legacy build also runs in the web views of older systems.
 */
import type * as PdfJs from 'pdfjs-dist/legacy/build/pdf.mjs';
import type { PDFDocumentProxy, PDFPageProxy } from 'pdfjs-dist/legacy/build/pdf.mjs';
import workerUrl from 'pdfjs-dist/legacy/build/pdf.worker.min.mjs?url';

export type PdfPage = PDFPageProxy;

export interface PdfPages {
  pages: PdfPage[];
  /** Frees what pdf.js keeps of it. */
  close: () => Promise<void>;
}

interface Loaded {
  pdfjs: typeof PdfJs;
  worker: PdfJs.PDFWorker;
}

let library: Promise<Loaded> | undefined;

async function load(): Promise<Loaded> {
  const pdfjs = await import('pdfjs-dist/legacy/build/pdf.mjs');
  // A worker of our own, for all documents: pdf.js would take the program's scheme for a foreign origin.
  const port = new Worker(workerUrl, { type: 'module' });
  return { pdfjs, worker: pdfjs.PDFWorker.create({ port }) };
}

function loaded(): Promise<Loaded> {
  library ??= load().catch((thrown: unknown) => {
    library = undefined;
    throw thrown;
  });
  return library;
}

/** Opens a document and all its pages. The bytes belong to pdf.js afterwards. */
export async function openPdf(bytes: Uint8Array): Promise<PdfPages> {
  const { pdfjs, worker } = await loaded();
  const document: PDFDocumentProxy = await pdfjs.getDocument({
    data: bytes,
    worker,
    isEvalSupported: false,
    enableXfa: false,
    verbosity: pdfjs.VerbosityLevel.ERRORS,
  }).promise;
  const numbers = Array.from({ length: document.numPages }, (_, place) => place + 1);
  const pages = await Promise.all(numbers.map((number) => document.getPage(number)));
  return { pages, close: () => document.loadingTask.destroy() };
}

/** Height divided by width. */
export function proportion(page: PdfPage): number {
  const { width, height } = page.getViewport({ scale: 1 });
  return height / width;
}

export interface Drawn {
  canvas: HTMLCanvasElement;
  /** The words of the page over their picture, to be read and copied. */
  text: HTMLElement;
}

/** Draws a page so many CSS pixels wide; nothing is answered when `signal` was given before it was done. */
export async function drawPage(page: PdfPage, width: number, signal: AbortSignal): Promise<Drawn | null> {
  const { pdfjs } = await loaded();
  const scale = width / page.getViewport({ scale: 1 }).width;
  // Drawn at least twice as fine as shown: letters of 5 px keep their distances only then.
  const density = Math.max(window.devicePixelRatio || 1, 2);
  const viewport = page.getViewport({ scale: scale * density });
  const canvas = document.createElement('canvas');
  canvas.width = Math.floor(viewport.width);
  canvas.height = Math.floor(viewport.height);

  const task = page.render({ canvas, viewport });
  signal.addEventListener('abort', () => task.cancel());
  try {
    await task.promise;
  } catch (thrown) {
    if (signal.aborted) return null;
    throw thrown;
  }
  const text = document.createElement('div');
  text.className = 'pdf-text selectable';
  text.style.setProperty('--total-scale-factor', String(scale));
  await new pdfjs.TextLayer({
    textContentSource: await page.getTextContent(),
    container: text,
    viewport: page.getViewport({ scale }),
  }).render();
  return signal.aborted ? null : { canvas, text };
}
