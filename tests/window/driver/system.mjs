/** The system around the window: its dialogs, driven by keys as a person would. */
import { execFile } from 'node:child_process';
import { setTimeout as sleep } from 'node:timers/promises';
import { promisify } from 'node:util';
import { until } from './until.mjs';

const run = promisify(execFile);

/** Answers the dialog that asks for a file. */
export async function chooseFile(path) {
  // A slash opens the field for a path.
  await answerDialog(['key', 'slash'], path.slice(1));
}

/** Answers the dialog that asks where to save. */
export async function chooseWhereToSave(path) {
  await answerDialog(['key', 'ctrl+a'], path);
}

async function answerDialog(first, path) {
  const dialog = await until('the system’s file dialog', fileDialog);
  // Without a window manager nobody gives the dialog the keyboard.
  await xdotool('windowfocus', '--sync', dialog);
  await xdotool(...first);
  await xdotool('type', '--delay', '5', path);
  await sleep(300);
  await xdotool('key', 'Return');
  await until('the end of the file dialog', async () => (await fileDialog()) === null);
}

/** The window of the dialog: any that is shown beside the program's own. */
async function fileDialog() {
  const shown = await xdotool('search', '--onlyvisible', '--name', '.*').catch(() => '');
  for (const id of shown.split('\n').filter(Boolean)) {
    const name = await xdotool('getwindowname', id).catch(() => '');
    if (name.trim() && name.trim() !== 'Quoin') return id;
  }
  return null;
}

async function xdotool(...words) {
  return (await run('xdotool', words)).stdout;
}
