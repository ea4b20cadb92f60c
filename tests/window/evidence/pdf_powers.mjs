/**
 * What in a PDF could make a viewer do something, connect to somebody, or carry something along (ISO 32000-1,
 * sections 7.11, 12.4 to 12.7, 13). Looked for in the objects themselves: also in those that stand compressed in streams.
 */
import { inflateSync } from 'node:zlib';

const powers =
  /\/(AA|OpenAction|URI|JavaScript|JS|Launch|GoToR|GoToE|SubmitForm|ImportData|EmbeddedFiles?|EF|Filespec|F|RichMedia|AcroForm|XFA|Rendition|Movie|Sound|Link|A|S *\/(?:URI|JavaScript|Launch|GoTo[RE]?|SubmitForm))(?![A-Za-z0-9])/g;

/** The names of such objects in a file; an empty list of annotations is none. */
export function powersIn(bytes) {
  const objects = [...objectTexts(bytes)]
    .join('\n')
    .replaceAll(/\((?:\\.|[^\\()])*\)|<[0-9A-Fa-f\s]*>/gs, '()');
  const found = [...objects.matchAll(powers)].map(([, name]) => name);
  if (/\/Annots *\[ *[^\]\s]/.test(objects)) found.push('Annots');
  return found;
}

/** How many objects the file says there are: to know that they were read at all. */
export function pagesIn(bytes) {
  return [...objectTexts(bytes)].join('\n').match(/\/Type *\/Page(?![a-z])/g)?.length ?? 0;
}

/** The file without its streams, and the streams that hold objects, inflated. */
function* objectTexts(bytes) {
  let at = 0;
  for (;;) {
    const begin = bytes.indexOf('stream', at);
    if (begin < 0) return yield bytes.subarray(at).toString('latin1');
    const head = bytes.subarray(at, begin).toString('latin1');
    yield head;
    const end = bytes.indexOf('endstream', begin);
    const from = begin + (bytes[begin + 6] === 13 ? 8 : 7);
    if (/\/ObjStm(?![A-Za-z])/.test(head.slice(head.lastIndexOf(' obj')))) {
      const content = bytes.subarray(from, end);
      yield /\/FlateDecode/.test(head.slice(head.lastIndexOf(' obj')))
        ? inflateSync(content).toString('latin1')
        : content.toString('latin1');
    }
    at = end + 'endstream'.length;
  }
}
