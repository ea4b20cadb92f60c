/** Mails on paper: to the printer or, where there is none, to the viewer, which can print. */
import type { MessageId, Printed, RequestId } from '$ipc/bindings';
import { core } from '$ipc/client';
import { attempt } from '$shared/actions';
import { language, m } from '$shared/messages/index.svelte';
import { showToast } from '$shared/toasts.svelte';

/** Prints one mail, with the history it quotes. */
export async function printMessage(id: MessageId): Promise<void> {
  tell(await attempt(() => core.messagePrint(id, language.current)));
}

/** Prints the mails of a conversation; its notes stay inside. */
export async function printConversation(id: RequestId): Promise<void> {
  tell(await attempt(() => core.conversationPrint(id, language.current)));
}

function tell(how: Printed | undefined): void {
  if (how === undefined) return;
  const words = m.conversation.printing;
  showToast({ text: how === 'sent_to_printer' ? words.printed : words.openedInstead });
}
