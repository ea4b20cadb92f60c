/** The English catalogue; its shape is the contract for the others. */
import { conversation } from './conversation';
import { errors } from './errors';
import { frame } from './frame';
import { requests } from './requests';
import { settings } from './settings';
import { start } from './start';
import { time } from './time';
import { today } from './today';
import { words } from './words';

export const en = {
  ...words,
  ...time,
  ...frame,
  requests,
  conversation,
  today,
  settings,
  start,
  errors,
};
