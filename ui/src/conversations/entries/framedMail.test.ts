import { expect, it } from 'vitest';
import { framedMail, framePolicy } from './framedMail';

it('frames a mail with a policy that forbids everything but its own styles and pictures', () => {
  const framed = framedMail('<p>Bonjour</p>');
  const frame = new DOMParser().parseFromString(framed, 'text/html');
  const policy = frame.querySelector('meta[http-equiv="Content-Security-Policy"]');
  expect(policy?.getAttribute('content')).toBe(
    "default-src 'none'; img-src data:; style-src 'unsafe-inline'",
  );
  expect(frame.head.firstElementChild).toBe(policy);
  expect(framePolicy).not.toContain('script-src');
  expect(frame.body.innerHTML).toBe('<p>Bonjour</p>');
});

it('puts the mail in unchanged, after everything else', () => {
  expect(framedMail('<b>x</b>').endsWith('<body><b>x</b></body></html>')).toBe(true);
});
