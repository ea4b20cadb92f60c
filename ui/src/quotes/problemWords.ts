import type { FieldProblem } from '$ipc/bindings';
import { fieldWords } from '$ipc/errors';
import { m } from '$shared/messages/index.svelte';

/** What is wrong with a field of a quote, in one sentence with its name: `Prix : ce n’est pas un nombre.` */
export function problemWords(field: string, problem: FieldProblem | undefined): string {
  const names: Record<string, string | undefined> = m.quoteLines.problemFields;
  const words = fieldWords(problem ?? null);
  return m.quoteLines.problem(names[field] ?? field, words.charAt(0).toLocaleLowerCase() + words.slice(1));
}
