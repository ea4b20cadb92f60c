/** The open workspace as every room needs it: company, team, who sits here, how it looks. */
import type { Preferences, SettingsView, SyncView, User, UserId, WorkspaceView } from '$ipc/bindings';
import { core } from '$ipc/client';
import { onChanges } from '$ipc/changes';
import { keyPreference } from './keys/preference.svelte';
import { isInterfaceLanguage, language } from './messages/index.svelte';

let view = $state.raw<WorkspaceView | null>(null);
let settings = $state.raw<SettingsView | null>(null);
let sync = $state.raw<SyncView | null>(null);

export const workspace = {
  /** What the window knows before anything else; null until it is there. */
  get view(): WorkspaceView | null {
    return view;
  },
  /** Everything that can be set. */
  get settings(): SettingsView | null {
    return settings;
  },
  /** How the mailboxes stand. */
  get sync(): SyncView | null {
    return sync;
  },
  /** Those who work here now. */
  get team(): User[] {
    return settings?.users.filter((user) => user.active) ?? [];
  },
  /** Who sits at this machine. */
  get me(): User | undefined {
    const id = settings?.preferences.current_user;
    return settings?.users.find((user) => user.id === id);
  },
  /** A member of the company, also one who has left. */
  user(id: UserId | null): User | undefined {
    return settings?.users.find((user) => user.id === id);
  },
};

/** Opens what the program started with. */
export async function openWorkspace(): Promise<void> {
  await enter(await core.workspaceState());
}

/** Opens the workspace with sample data. */
export async function openDemo(): Promise<void> {
  await enter(await core.workspaceOpenDemo());
}

/** Opens the user's own workspace. */
export async function openOwn(): Promise<void> {
  await enter(await core.workspaceOpenOwn());
}

async function enter(next: WorkspaceView): Promise<void> {
  settings = null;
  sync = null;
  adopt(next.preferences, next.system_language);
  view = next;
  await Promise.all([readSettings(), readSync()]);
}

/** Keeps team, settings and mailboxes current until the result is called. */
export function followWorkspace(): () => void {
  const ends = [
    onChanges(['settings'], () => void readSettings()),
    onChanges(['mailboxes', 'outbox'], () => void readSync()),
  ];
  return () => {
    for (const end of ends) end();
  };
}

/** Changes preferences; they act at once and are saved. */
export async function savePreferences(changed: Partial<Preferences>): Promise<void> {
  if (!settings || !view) return;
  const preferences = { ...settings.preferences, ...changed };
  settings = { ...settings, preferences };
  adopt(preferences, view.system_language);
  await core.settingsSavePreferences(preferences);
}

async function readSettings(): Promise<void> {
  const read = await core.settings();
  settings = read;
  if (view) {
    view = { ...view, company_name: read.company.name, preferences: read.preferences };
    adopt(read.preferences, view.system_language);
  }
}

async function readSync(): Promise<void> {
  sync = await core.mailboxStatus();
}

function adopt(preferences: Preferences, systemLanguage: string): void {
  const wanted = preferences.language ?? systemLanguage.slice(0, 2);
  language.use(isInterfaceLanguage(wanted) ? wanted : 'en');
  keyPreference.letters = preferences.single_letter_keys;
  if (preferences.theme === 'system') delete document.documentElement.dataset.theme;
  else document.documentElement.dataset.theme = preferences.theme;
}
