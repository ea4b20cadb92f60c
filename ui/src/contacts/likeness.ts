import type { ContactDetails, ContactRow } from '$ipc/bindings';

/** How much a listed contact has in common with one: a telephone number, an address, a part of the name. */
export function likeness(details: ContactDetails, row: ContactRow): number {
  const samePhone = digits(details.phone) !== '' && digits(details.phone) === digits(row.phone);
  const sameAddress = row.address !== '' && details.addresses.includes(row.address);
  const names = words(details.name);
  const sharedNames = words(`${row.name} ${row.company}`).filter((word) => names.includes(word)).length;
  return Number(samePhone) * 2 + Number(sameAddress) * 3 + sharedNames;
}

/** The last nine digits: with or without a country's prefix it is the same telephone. */
function digits(phone: string): string {
  return phone.replace(/\D/g, '').slice(-9);
}

function words(text: string): string[] {
  return text
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .split(/[^a-z0-9]+/)
    .filter((word) => word.length > 3);
}
