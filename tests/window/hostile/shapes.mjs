/**
 * Hostile mails of our own. Each shape says how it shows itself in a careless browser: `fires` at once, when
 * `touched` (clicked), or only `elsewhere` (in programs that this one is not; it must be inert all the same).
 */
import { script } from './attack.mjs';
import { cunning } from './shapes/cunning.mjs';
import { loading } from './shapes/loading.mjs';
import { running } from './shapes/running.mjs';

/** All shapes, with their marks for a listener at that address. */
export function shapes(listener) {
  const rooms = [running, loading, cunning];
  return rooms.flatMap((room) =>
    room.map(({ name, when, body }) => {
      const url = (what) => `${listener}/${name}/${what}`;
      return { name, when, html: body({ run: script(name, listener), url }) };
    }),
  );
}
