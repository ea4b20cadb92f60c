/** Pictures of attachments, asked for once and kept as long as something shows them. */
import { core } from '$ipc/client';

const showable = new Set(['image/jpeg', 'image/png', 'image/gif', 'image/webp', 'image/bmp']);

/** Whether an attachment of that media type can be shown as a picture. */
export function isPicture(mime: string): boolean {
  return showable.has(mime);
}

/** An address of the picture for an `img`, until `release` is called. */
export async function pictureAddress(
  id: string,
  mime: string,
): Promise<{ address: string; release: () => void }> {
  const bytes = await core.attachmentPicture(id);
  const address = URL.createObjectURL(new Blob([bytes.slice()], { type: mime }));
  return { address, release: () => URL.revokeObjectURL(address) };
}
