/** Le catalogue français (Belgique): *vous*, *mail*, *offre*, TVAC et HTVA. */
import type { Messages } from '../index.svelte';
import { withFrenchSpacing } from '../french';
import { conversation } from './conversation';
import { errors } from './errors';
import { frame } from './frame';
import { requests } from './requests';
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
  settings,
  start,
  errors,
});
