/**
 * Every word the window shows. One catalogue per language, all of the same shape; a missing or extra
 * text is a type error. Reading `m.room.text` in a view follows the language as it changes.
 */
import { en } from './en';
import { fr } from './fr';

export type Messages = typeof en;

/** Languages the window speaks; Dutch and German customers are served in documents and mails already. */
export const interfaceLanguages = ['fr', 'en'] as const;
export type InterfaceLanguage = (typeof interfaceLanguages)[number];

const catalogues: Record<InterfaceLanguage, Messages> = { en, fr };
const locales: Record<InterfaceLanguage, string> = { en: 'en-GB', fr: 'fr-BE' };

let spoken = $state<InterfaceLanguage>(preferred());

/** The language in use and its locale for dates, numbers and money. */
export const language = {
  get current(): InterfaceLanguage {
    return spoken;
  },
  get locale(): string {
    return locales[spoken];
  },
  /** Speaks another language from now on; views follow at once. */
  use(next: InterfaceLanguage): void {
    spoken = next;
    document.documentElement.lang = locales[next];
  },
};

/** The texts of the language in use. */
export const m: Messages = new Proxy(en, {
  get: (_, room) => catalogues[spoken][room as keyof Messages],
});

function preferred(): InterfaceLanguage {
  const wanted = typeof navigator === 'undefined' ? [] : navigator.languages.map((tag) => tag.slice(0, 2));
  return interfaceLanguages.find((known) => known === wanted.find((tag) => isInterfaceLanguage(tag))) ?? 'en';
}

/** Whether the window has texts in that language. */
export function isInterfaceLanguage(tag: string): tag is InterfaceLanguage {
  return (interfaceLanguages as readonly string[]).includes(tag);
}
