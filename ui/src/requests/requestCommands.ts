/** The keys and palette entries of the open request. */
import type { RequestDetail } from '$ipc/bindings';
import type { Command } from '$shared/keys/commands.svelte';
import { m } from '$shared/messages/index.svelte';
import { statusCodes, statusKeys, type StatusCode } from '$shared/status';
import { workspace } from '$shared/workspace.svelte';
import { printConversation } from '$src/conversations/printing';
import { assign, editQuote, judgeAnswer, markUnread, setStatus } from './actions';
import type { RequestSession } from './session.svelte';

/** Commands for one request as it stands. */
export function requestCommands(detail: RequestDetail, session: RequestSession): Command[] {
  const { row } = detail;
  const words = m.requests.actions;
  return [
    ...statusCommands(detail, session),
    {
      id: 'status',
      section: 'selection',
      title: () => m.requests.statusMenu,
      keys: 's',
      keyOnly: true,
      run: () => {
        session.sideOpen = true;
        session.statusOpen = true;
      },
    },
    {
      id: 'reply',
      section: 'selection',
      title: () => words.reply,
      icon: 'reply',
      keys: 'r',
      run: () => session.compose('reply'),
    },
    {
      id: 'note',
      section: 'selection',
      title: () => words.note,
      icon: 'lock',
      keys: 'n',
      run: () => session.compose('note'),
    },
    {
      id: 'quote',
      section: 'selection',
      title: () => words.newQuote,
      icon: 'document',
      keys: 'q',
      run: () => void editQuote(row.id, draftOf(detail)),
    },
    {
      id: 'assign',
      section: 'selection',
      title: () => m.requests.assigneeMenu,
      keys: 'a',
      keyOnly: true,
      run: () => {
        session.sideOpen = true;
        session.assigneeOpen = true;
      },
    },
    ...workspace.team.map((user): Command => ({
      id: `assign-${user.id}`,
      section: 'selection',
      title: () => words.assignTo(user.name),
      icon: 'user-plus',
      run: () => void assign(row, user.id),
    })),
    {
      id: 'side',
      section: 'selection',
      title: () => words.side,
      icon: 'side-panel',
      keys: 'i',
      run: () => {
        session.sideOpen = !session.sideOpen;
      },
    },
    {
      id: 'prospect',
      section: 'selection',
      title: () => words.createProspect,
      icon: 'user-plus',
      enabled: () => detail.contact === null,
      run: () => (session.dialog = { name: 'prospect' }),
    },
    {
      id: 'link',
      section: 'selection',
      title: () => words.link,
      icon: 'link',
      run: () => (session.dialog = { name: 'link' }),
    },
    {
      id: 'unread',
      section: 'selection',
      title: () => words.markUnread,
      icon: 'mail',
      keys: 'u',
      run: () => void markUnread(row),
    },
    {
      id: 'rename',
      section: 'selection',
      title: () => words.rename,
      icon: 'pencil',
      run: () => (session.dialog = { name: 'rename' }),
    },
    {
      id: 'correct',
      section: 'selection',
      title: () => words.correct,
      icon: 'user',
      run: () => (session.dialog = { name: 'correct' }),
    },
    {
      id: 'print',
      section: 'selection',
      title: () => m.conversation.printing.conversation,
      icon: 'print',
      keys: 'mod+p',
      run: () => void printConversation(row.id),
    },
    {
      id: 'merge',
      section: 'selection',
      title: () => words.merge,
      icon: 'merge',
      keys: 'm',
      run: () => (session.dialog = { name: 'merge' }),
    },
    {
      id: 'delete',
      section: 'selection',
      title: () => words.delete,
      icon: 'trash',
      keys: 'delete',
      run: () => (session.dialog = { name: 'delete' }),
    },
  ];
}

/** A quote of the request that is still being written. */
export function draftOf(detail: RequestDetail): string | undefined {
  return detail.quotes.find((quote) => quote.state === 'draft')?.id;
}

/** Chooses a status: asks why where a reason matters, answers a proposal where there is one. */
export function chooseStatus(detail: RequestDetail, session: RequestSession, status: StatusCode): void {
  const { row } = detail;
  if (status === 'quote_refused' || status === 'cancelled') {
    session.dialog = { name: 'reason', status, judging: status === 'quote_refused' && row.proposal !== null };
  } else if (status === 'quote_accepted' && row.proposal !== null) {
    void judgeAnswer(row, 'accept');
  } else {
    void setStatus(row, status);
  }
}

function statusCommands(detail: RequestDetail, session: RequestSession): Command[] {
  const { row } = detail;
  return statusCodes.map((status) => ({
    id: `status-${status}`,
    section: 'selection',
    title: () => m.requests.actions.statusTo(m.statuses[status].toLocaleLowerCase()),
    hint: () => statusHint(row.proposal !== null, row.status, status),
    icon: `status-${status}`,
    status,
    keys: `s ${statusKeys[status]}`,
    enabled: () => row.status !== status,
    proposed: () => status === 'quote_accepted' && row.proposal === 'accept',
    run: () => chooseStatus(detail, session, status),
  }));
}

function statusHint(proposed: boolean, current: StatusCode, status: StatusCode): string | undefined {
  if (status === current) return m.palette.current;
  if (status === 'quote_accepted' && proposed) return m.requests.proposed;
  return status === 'quote_refused' || status === 'cancelled' ? m.requests.asksReason : undefined;
}
