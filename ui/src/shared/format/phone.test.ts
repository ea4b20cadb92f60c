import { expect, it } from 'vitest';
import { phoneText } from './phone';

it.each([
  ['+32470123456', '0470 12 34 56'],
  ['+3281004127', '081 00 41 27'],
  ['+3225551234', '02 555 12 34'],
  ['+33612345678', '+33 6 12 34 56 78'],
  ['+352621123456', '+352 6 21 12 34 56'],
  ['+15551234567', '+15551234567'],
  ['0470 00 18 42', '0470 00 18 42'],
  ['après 17 h', 'après 17 h'],
])('shows %j as %j', (kept, shown) => {
  expect(phoneText(kept).replaceAll('\u00a0', ' ')).toBe(shown);
});
