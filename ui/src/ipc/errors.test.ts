import { describe, expect, it } from 'vitest';
import type { IpcError } from './bindings';
import { Failure, wordsFor } from './errors';

function tooLarge(name: string, size: number, attached: number): Failure {
  const data = { name, size: String(size), attached: String(attached), limit: '19660800' };
  return new Failure({
    code: 'too_large_to_mail',
    field: null,
    problem: null,
    state: null,
    mail: null,
    data,
  } satisfies IpcError);
}

const plain = (text: string) => text.replace(/[\u00a0\u202f]/g, ' ');

describe('a file that no mail can carry', () => {
  it('says how large it is, what fits, and what to do', () => {
    const words = wordsFor(tooLarge('plan.pdf', 31_240_000, 0));
    expect(plain(words.title)).toMatch(/plan\.pdf/);
    expect(plain(words.text)).toMatch(/32 M[Bo].*19 M[Bo]/);
  });

  it('is never shown as if it fitted', () => {
    expect(plain(wordsFor(tooLarge('plan.pdf', 19_700_000, 0)).text)).toMatch(/20 M[Bo].*19 M[Bo]/);
  });

  it('tells what is attached already, and of a whole mail that nothing left', () => {
    expect(plain(wordsFor(tooLarge('plan.pdf', 5_000_000, 16_000_000)).text)).toMatch(/16 M[Bo]/);
    expect(wordsFor(tooLarge('', 27_000_000, 0)).title).not.toMatch(/“|«/);
  });
});
