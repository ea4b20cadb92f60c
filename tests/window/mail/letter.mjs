/** A mail as it lies in a mailbox: header fields, text, files (RFC 5322, RFC 2045 to 2047). */

/** Reads a mail. `text` is the first plain text, `files` are the parts with a name. */
export function readLetter(mail) {
  const parts = flatten(readPart(mail));
  const text = parts.find(({ type, name }) => type === 'text/plain' && !name);
  return {
    header: readPart(mail).header,
    text: text?.bytes.toString('utf8').replaceAll('\r\n', '\n') ?? '',
    files: parts.filter(({ name }) => name).map(({ name, type, bytes }) => ({ name, type, bytes })),
  };
}

function readPart(source) {
  const [head, body] = halves(source);
  const fields = head.replace(/\r?\n[ \t]+/g, ' ').split(/\r?\n/);
  const header = {};
  for (const field of fields) {
    const [, key, value] = /^([\w-]+):\s*(.*)$/.exec(field) ?? [];
    if (key) header[key.toLowerCase()] ??= decodeWords(value);
  }
  const type = header['content-type'] ?? 'text/plain';
  return {
    header,
    type: type.split(';')[0].trim().toLowerCase(),
    boundary: parameter(type, 'boundary'),
    body,
  };
}

function flatten({ header, type, boundary, body }) {
  if (boundary) {
    const inside = body.split(`--${boundary}`).slice(1, -1);
    return inside.flatMap((part) => flatten(readPart(part.replace(/^\r?\n/, ''))));
  }
  const name =
    parameter(header['content-disposition'] ?? '', 'filename') ??
    parameter(header['content-type'] ?? '', 'name');
  return [{ type, name, bytes: decodeBody(body, header['content-transfer-encoding'] ?? '7bit') }];
}

function halves(source) {
  const gap = /\r?\n\r?\n/.exec(source);
  return gap ? [source.slice(0, gap.index), source.slice(gap.index + gap[0].length)] : [source, ''];
}

function parameter(value, name) {
  const found = new RegExp(`;\\s*${name}=(?:"([^"]*)"|([^;\\s]+))`, 'i').exec(value);
  if (found) return found[1] ?? found[2];
  const extended = new RegExp(`;\\s*${name}\\*(?:0\\*)?=utf-8'[^']*'([^;\\s]+)`, 'i').exec(value);
  return extended ? decodeURIComponent(extended[1]) : undefined;
}

function decodeBody(body, encoding) {
  if (/base64/i.test(encoding)) return Buffer.from(body, 'base64');
  return /quoted-printable/i.test(encoding) ? decodeQuoted(body) : Buffer.from(body, 'utf8');
}

function decodeQuoted(text) {
  const joined = text.replace(/=\r?\n/g, '');
  const bytes = joined.replace(/=([0-9A-F]{2})/gi, (_, hex) => String.fromCharCode(parseInt(hex, 16)));
  return Buffer.from(bytes, 'latin1');
}

function decodeWords(value) {
  const together = value.replace(/\?=\s+=\?/g, '?==?');
  return together.replace(/=\?utf-8\?([bq])\?([^?]*)\?=/gi, (_, code, text) =>
    /b/i.test(code)
      ? Buffer.from(text, 'base64').toString('utf8')
      : decodeQuoted(text.replaceAll('_', ' ')).toString('utf8'),
  );
}
