import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { iconNames } from './icons';

it('draws exactly the icons that can be named', () => {
  const sprite = readFileSync(join(import.meta.dirname, 'IconSprite.svelte'), 'utf8');
  const drawn = [...sprite.matchAll(/<symbol id="icon-([\w-]+)"/g)].map((match) => match[1]);
  expect(drawn).toEqual([...iconNames]);
});
