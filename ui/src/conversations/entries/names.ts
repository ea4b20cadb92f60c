/** People of a mail in words. */
import type { MessageView, Person } from '$ipc/bindings';
import { m } from '$shared/messages/index.svelte';
import { workspace } from '$shared/workspace.svelte';

/** The name, else the address. */
export function nameOf(person: Person): string {
  return person.name || person.address;
}

/** One name, two joined by "and", or the first and how many more. */
export function joined(names: readonly string[]): string {
  const [first = '', second] = names;
  if (second === undefined) return first;
  return names.length === 2
    ? m.conversation.and(first, second)
    : m.conversation.andOthers(first, names.length - 1);
}

/** Whether an address is one of our mailboxes or of a member of the team. */
export function isOurs(address: string): boolean {
  const boxes = workspace.sync?.accounts.map((account) => account.address) ?? [];
  const people = workspace.settings?.users.map((user) => user.address) ?? [];
  return [...boxes, ...people].includes(address.toLowerCase());
}

/** "à vous, copie à Marc": to whom a mail went. */
export function addressees(message: MessageView): string {
  const to = joined(
    message.to.map((person) => (isOurs(person.address) ? m.conversation.you : nameOf(person))),
  );
  if (message.cc.length === 0) return to ? m.conversation.to(to) : '';
  return m.conversation.toWithCopy(to, joined(message.cc.map((person) => firstWord(nameOf(person)))));
}

/** Whom a reply to this mail goes to: its sender and those in copy, without ourselves. */
export function repliesTo(message: MessageView): string[] {
  return [message.from, ...message.cc].filter((person) => !isOurs(person.address)).map(nameOf);
}

function firstWord(name: string): string {
  return name.split(' ')[0] ?? name;
}
