/** The kind of a file as its mark says it: PDF, JPG, XLSX; at most four letters. */
export function fileKind(name: string, mime: string): string {
  const end = /\.([\p{L}\p{N}]{1,5})$/u.exec(name)?.[1];
  return (end ?? mime.split('/')[1] ?? '').slice(0, 4).toLocaleUpperCase();
}

/** The name without the ending that the mark already says. */
export function fileStem(name: string): string {
  return name.replace(/\.[\p{L}\p{N}]{1,5}$/u, '');
}
