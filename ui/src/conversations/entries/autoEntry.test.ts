import { render, screen } from '@testing-library/svelte';
import userEvent from '@testing-library/user-event';
import { describe, expect, it } from 'vitest';
import type { DeliveryView, OutboxState } from '$ipc/bindings';
import { message } from '$ipc/fake/conversations';
import { begin, violations } from '$src/test/roomDesk';
import { timelineWords } from '$src/requests/side/timelineWords';
import AutoEntry from './AutoEntry.svelte';

const sophie = { name: 'Sophie Lambert', address: 'sophie.lambert@courrier.example' };

function delivery(state: OutboxState, recipient: DeliveryView['recipients'][number]['state']): DeliveryView {
  return {
    outbox_id: 'outbox-1',
    purpose: 'automatic',
    state,
    not_before: 0,
    tries: 1,
    last_error: null,
    copied_to_sent: true,
    recipients: [{ address: sophie.address, state: recipient, detail: '' }],
  };
}

function acknowledgement(state: OutboxState, recipient: DeliveryView['recipients'][number]['state']) {
  return message({
    at: 0,
    from: { name: 'Delcourt & Fils', address: 'offres@delcourt.example' },
    to: [sophie],
    class: 'auto_reply',
    language: 'nl',
    subject: 'Wij hebben uw aanvraag goed ontvangen',
    text: 'Dag Sophie Lambert,',
    delivery: delivery(state, recipient),
  });
}

describe('an acknowledgement in the conversation', () => {
  it('is one quiet line that says to whom and in which language, with its words on demand', async () => {
    await begin();
    render(AutoEntry, { message: acknowledgement('sent', 'accepted'), ours: true });
    const line = screen.getByRole('button', { name: 'envoyé à sophie.lambert@courrier.example, NL' });
    expect(screen.getByRole('heading', { name: 'Accusé de réception' })).toBeInTheDocument();
    expect(screen.queryByText('Dag Sophie Lambert,')).not.toBeInTheDocument();
    await userEvent.setup().click(line);
    expect(screen.getByText('Dag Sophie Lambert,')).toBeInTheDocument();
    expect(await violations()).toEqual([]);
  });

  it('says that it waits, and what came of it, without asking anybody to do something', async () => {
    await begin();
    const shown = render(AutoEntry, { message: acknowledgement('queued', 'pending'), ours: true });
    expect(screen.getByRole('button', { name: /partira bientôt/ })).toBeInTheDocument();
    await shown.rerender({ message: acknowledgement('sent', 'bounced'), ours: true });
    expect(screen.getByText('non remis')).toBeInTheDocument();
    await shown.rerender({ message: acknowledgement('uncertain', 'pending'), ours: true });
    expect(screen.getAllByRole('button')).toHaveLength(1);
  });

  it('has its place on the timeline, sent or not, with the reason', () => {
    const entry = (event: string, detail = {}) => ({ at: 0, actor: 'program', user_id: null, event, detail });
    expect(timelineWords(entry('acknowledged'), undefined)).toBe('Accusé de réception envoyé');
    expect(timelineWords(entry('not_acknowledged', { reason: 'forwarded' }), undefined)).toMatch(
      /^Pas d’accusé de réception\s: transférée par l’un de vous$/,
    );
  });
});
