/** Files dragged from another program onto the window, with the real pointer of the display. */
import { execFile, spawn } from 'node:child_process';
import { createInterface } from 'node:readline';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';

const run = promisify(execFile);
const source = fileURLToPath(new URL('drag_source.py', import.meta.url));
/** The system's own Python has the bindings of GTK. */
const python = '/usr/bin/python3';

/** Where the files lie, in pixels of the display, and how large their square is. */
const [left, top, size] = [1200, 720, 60];

/** Drags files to a point of the window and lets them go; `hovering` looks meanwhile. */
export async function dragFiles(files, [x, y], hovering = async () => {}) {
  const manager = spawn(python, [source, left, top, size, ...files].map(String), {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const says = createInterface({ input: manager.stdout })[Symbol.asyncIterator]();
  await says.next();
  await sleep(200);
  const from = [left + size / 2, top + size / 2];
  await pointer('mousemove', ...from);
  await pointer('mousedown', 1);
  for (let part = 1; part <= 20; part += 1) {
    const at = [from[0] + ((x - from[0]) * part) / 20, from[1] + ((y - from[1]) * part) / 20];
    await pointer('mousemove', ...at.map(Math.round));
    await sleep(25);
  }
  await hovering();
  await pointer('mouseup', 1);
  const { value } = await says.next();
  if (value !== 'dropped') throw new Error(`the files were not taken: ${value}`);
}

async function pointer(...words) {
  await run('xdotool', words.map(String));
}
