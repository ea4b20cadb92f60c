/** Entries of the timeline in words. The codes are the core's `EventKind`. */
import type { Status, TimelineEntry } from '$ipc/bindings';
import type { IconName } from '$shared/components/icons';
import { m } from '$shared/messages/index.svelte';
import { statusCodes } from '$shared/status';

interface Telling {
  icon: IconName;
  words: (detail: Record<string, string>) => string;
  /** Who did it is part of the story. */
  signed?: boolean;
}

const tellings: Record<string, Telling> = {
  received: {
    icon: 'status-received',
    words: ({ mailbox }) =>
      mailbox ? m.conversation.timeline.receivedBy(mailbox) : m.conversation.timeline.received,
  },
  taken_by_hand: { icon: 'phone', words: () => m.conversation.timeline.created, signed: true },
  message_received: {
    icon: 'mail',
    words: ({ name, from }) => {
      const who = name ?? from;
      return who ? m.conversation.timeline.incomingFrom(firstWord(who)) : m.conversation.timeline.incoming;
    },
  },
  automatic_received: { icon: 'refresh', words: () => m.conversation.timeline.automatic },
  replied: { icon: 'status-replied', words: () => m.conversation.timeline.replied, signed: true },
  taken_back: { icon: 'undo', words: () => m.conversation.timeline.takenBack, signed: true },
  delivered: { icon: 'paper-plane', words: () => m.conversation.timeline.sent },
  acknowledged: { icon: 'refresh', words: () => m.conversation.timeline.acknowledged },
  not_acknowledged: {
    icon: 'refresh',
    words: ({ reason }) => {
      const silences: Record<string, string | undefined> = m.conversation.timeline.silences;
      return m.conversation.timeline.notAcknowledged(silences[reason ?? ''] ?? m.conversation.timeline.other);
    },
  },
  delivery_failed: { icon: 'warning', words: () => m.conversation.timeline.bounced },
  delivery_delayed: { icon: 'clock', words: () => m.conversation.timeline.delayed },
  delivery_uncertain: { icon: 'question', words: () => m.conversation.timeline.uncertain },
  note_added: { icon: 'lock', words: () => m.conversation.timeline.note, signed: true },
  contact_linked: { icon: 'link', words: ({ name }) => named(m.conversation.timeline.linked, name) },
  contact_created: { icon: 'user-plus', words: ({ name }) => named(m.conversation.timeline.prospect, name) },
  contact_unlinked: { icon: 'link', words: () => m.conversation.timeline.unlinked, signed: true },
  assigned: { icon: 'user', words: ({ name }) => named(m.conversation.timeline.assigned, name) },
  unassigned: { icon: 'user', words: () => m.conversation.timeline.unassigned },
  status_changed: {
    icon: 'tag',
    words: ({ to, status }) => m.conversation.timeline.status(statusWord(to ?? status).toLocaleLowerCase()),
    signed: true,
  },
  requester_corrected: { icon: 'user', words: () => m.conversation.timeline.requester, signed: true },
  renamed: { icon: 'pencil', words: () => m.conversation.timeline.renamed, signed: true },
  quote_created: {
    icon: 'status-quote_created',
    words: ({ number }) =>
      number ? m.conversation.timeline.quoteCreated(number) : m.conversation.timeline.quoteBegun,
  },
  quote_finalised: {
    icon: 'lock',
    words: ({ number }) => named(m.conversation.timeline.quoteFinalised, number),
  },
  quote_sent: {
    icon: 'status-quote_sent',
    words: ({ number, version }) =>
      named(m.conversation.timeline.quoteSent, version ? `v${version}` : number),
    signed: true,
  },
  quote_accepted: { icon: 'status-quote_accepted', words: () => m.conversation.timeline.quoteAccepted },
  quote_refused: { icon: 'status-quote_refused', words: () => m.conversation.timeline.quoteRefused },
  split_off: {
    icon: 'split',
    words: ({ reference }) => named(m.conversation.timeline.splitOff, reference),
    signed: true,
  },
  split_from: {
    icon: 'split',
    words: ({ reference }) => named(m.conversation.timeline.splitFrom, reference),
    signed: true,
  },
  merged: {
    icon: 'merge',
    words: ({ reference }) => named(m.conversation.timeline.merged, reference),
    signed: true,
  },
  moved_out: {
    icon: 'move',
    words: ({ reference }) => named(m.conversation.timeline.movedOut, reference),
    signed: true,
  },
  moved_in: {
    icon: 'move',
    words: ({ reference }) => named(m.conversation.timeline.movedIn, reference),
    signed: true,
  },
  rearrangement_undone: {
    icon: 'undo',
    words: ({ reference }) => named(m.conversation.timeline.movedBack, reference),
    signed: true,
  },
  quote_discarded: { icon: 'trash', words: () => m.conversation.timeline.quoteDiscarded, signed: true },
};

/** What happened, and who did it where that matters. */
export function timelineWords(entry: TimelineEntry, who: string | undefined): string {
  const telling = tellings[entry.event];
  const what = telling ? telling.words(entry.detail) : m.conversation.timeline.other;
  return telling?.signed && who ? m.conversation.timeline.by(what, who) : what;
}

/** The shape beside it. */
export function timelineIcon(entry: TimelineEntry): IconName {
  if (entry.event === 'status_changed') {
    const status = entry.detail.to ?? entry.detail.status;
    if (isStatus(status)) return `status-${status}`;
  }
  return tellings[entry.event]?.icon ?? 'info';
}

function named(telling: (name: string) => string, name: string | undefined): string {
  return telling(name ?? '').trim();
}

function statusWord(status: string | undefined): string {
  return isStatus(status) ? m.statuses[status] : '';
}

function isStatus(code: string | undefined): code is Status {
  return statusCodes.some((known) => known === code);
}

function firstWord(name: string): string {
  return name.split(' ')[0] ?? name;
}
