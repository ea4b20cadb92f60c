import { language } from '../messages/index.svelte';

/** With a capital first letter, for a title made of words that have none. */
export function capitalised(text: string): string {
  return text.charAt(0).toLocaleUpperCase(language.locale) + text.slice(1);
}
