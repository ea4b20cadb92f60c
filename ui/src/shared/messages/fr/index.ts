/** Le catalogue français (Belgique): *vous*, *mail*, *offre*, TVAC et HTVA. */
import type { Messages } from '../index.svelte';
import { withFrenchSpacing } from '../french';
import { conversation } from './conversation';
import { errors } from './errors';
import { frame } from './frame';
import { quoteLines } from './quoteLines';
import { quotes } from './quotes';
import { requests } from './requests';
import { contacts, products, reports } from './rooms';
import { settings } from './settings';
import { start } from './start';
import { time } from './time';
import { today } from './today';
import { words } from './words';

export const fr: Messages = withFrenchSpacing({
  ...words,
  ...time,
  ...frame,
  requests,
  conversation,
  today,
  quotes,
  quoteLines,
  contacts,
  products,
  reports,
  settings,
  start,
  errors,
});
