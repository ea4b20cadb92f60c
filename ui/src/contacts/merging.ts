/**
 * Two contacts that are one. The core joins them: what differs goes into the remark, so that nothing is lost.
 * Here it is chosen which of two values stands in front.
 */
import type { ContactDetails } from '$ipc/bindings';

/** What can stand in front; the four parts of an address go together. */
export const mergeFields = [
  'name',
  'salutation',
  'company',
  'vat_number',
  'phone',
  'address',
  'language',
] as const;
export type MergeField = (typeof mergeFields)[number];

export type Side = 'kept' | 'other';
export type Choices = Partial<Record<MergeField, Side>>;

/** A field as text to be compared and kept in the remark. */
export function textOf(details: ContactDetails, field: MergeField): string {
  if (field !== 'address') return details[field];
  return [details.street, details.postal_code, details.city].filter(Boolean).join(', ');
}

/** Whether both have something, and it is not the same. */
export function differs(kept: ContactDetails, other: ContactDetails, field: MergeField): boolean {
  const [one, two] = [textOf(kept, field), textOf(other, field)];
  return one !== '' && two !== '' && one !== two;
}

/**
 * The joined contact with the chosen values in front; what stood there goes into the remark in place of the
 * value that came forward. Nothing to do is answered as `null`.
 */
export function withChoices(
  merged: ContactDetails,
  kept: ContactDetails,
  other: ContactDetails,
  choices: Choices,
): ContactDetails | null {
  const chosen = mergeFields.filter((field) => choices[field] === 'other' && differs(kept, other, field));
  if (chosen.length === 0) return null;
  let result = { ...merged };
  for (const field of chosen) {
    result = { ...result, ...valueOf(other, field) };
    if (field !== 'language')
      result.comment = swapped(result.comment, textOf(other, field), textOf(kept, field));
  }
  return result;
}

function valueOf(details: ContactDetails, field: MergeField): Partial<ContactDetails> {
  if (field !== 'address') return { [field]: details[field] };
  const { street, postal_code, city, country } = details;
  return { street, postal_code, city, country };
}

/** The remark with one line in place of another, or added if that one is not there. */
function swapped(comment: string, gone: string, come: string): string {
  const lines = comment.split('\n').filter(Boolean);
  const place = lines.lastIndexOf(gone);
  if (place >= 0) lines.splice(place, 1);
  if (!lines.includes(come)) lines.push(come);
  return lines.join('\n');
}
