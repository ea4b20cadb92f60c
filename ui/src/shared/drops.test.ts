import { afterEach, expect, it, vi } from 'vitest';
import { files, followFiles, takesFiles } from './drops.svelte';

afterEach(() => void vi.restoreAllMocks());

it('remembers how many files hover while they move, and gives them to the place under them', () => {
  const place = document.createElement('div');
  const drop = vi.fn();
  takesFiles(place, drop);
  document.elementFromPoint = () => place;

  followFiles({ phase: 'hover', x: 1, y: 1, count: 2 });
  followFiles({ phase: 'hover', x: 5, y: 5, count: 0 });
  expect(files.hovering).toBe(2);
  expect(files.over(place)).toBe(true);

  followFiles({ phase: 'dropped', x: 5, y: 5, drop: 7, names: ['plan.pdf', 'photo.png'], all_mails: false });
  expect(drop).toHaveBeenCalledWith({ drop: 7, names: ['plan.pdf', 'photo.png'], allMails: false });
  expect(files.hovering).toBe(0);
});
