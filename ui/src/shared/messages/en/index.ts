/** The English catalogue; its shape is the contract for the others. */
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

export const en = {
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
};
