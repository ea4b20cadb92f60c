/** Saved mails that become requests: dropped on the list, or picked. */
import { core } from '$ipc/client';
import { attempt } from '$shared/actions';
import type { DroppedFiles } from '$shared/drops.svelte';
import { m } from '$shared/messages/index.svelte';
import { navigation } from '$shared/navigation.svelte';
import { showToast } from '$shared/toasts.svelte';

export async function importDropped(dropped: DroppedFiles): Promise<void> {
  if (!dropped.allMails) {
    showToast({ text: m.requests.notMails });
    return;
  }
  show(await attempt(() => core.mailImportDropped(dropped.drop)));
}

export async function importPicked(): Promise<void> {
  show(await attempt(() => core.mailImportPicked()));
}

function show(requests: string[] | undefined): void {
  if (!requests) return;
  showToast({ text: m.requests.imported(requests.length) });
  const request = requests[0];
  if (request) navigation.go({ name: 'requests', request });
}
