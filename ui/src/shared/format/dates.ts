/**
 * Times as the interface writes them: today `11:42`, then *yesterday*, `20 Nov`, with the year if it is not
 * this one. The full date goes into `title`. Everything is in the user's time zone.
 */
import { clock } from '../clock.svelte';
import { language, m } from '../messages/index.svelte';

const day = 86_400_000;

/** For a list: `11:42`, `hier`, `20 nov.`, `3 févr. 2025`. */
export function shortDate(moment: number): string {
  if (isToday(moment)) return time(moment);
  if (isYesterday(moment)) return m.dates.yesterday;
  return dayAndMonth(moment);
}

/** For an entry of a conversation: the day always with its hour. */
export function entryDate(moment: number): string {
  if (isToday(moment)) return m.dates.at(m.dates.today, time(moment));
  if (isYesterday(moment)) return m.dates.at(m.dates.yesterday, time(moment));
  return m.dates.at(dayAndMonth(moment), time(moment));
}

/** For the middle of a sentence: `aujourd’hui`, `hier`, `le 16 nov.`. */
export function dateInSentence(moment: number): string {
  if (isToday(moment)) return m.dates.today;
  if (isYesterday(moment)) return m.dates.yesterday;
  return m.dates.on(dayAndMonth(moment));
}

/** `20 nov.`, with the year if it is not this one. */
export function dayAndMonth(moment: number): string {
  const sameYear = new Date(moment).getFullYear() === new Date(clock.now).getFullYear();
  return format(moment, { day: 'numeric', month: 'short', ...(sameYear ? {} : { year: 'numeric' }) });
}

/** `mardi 24 novembre`: the head of a day. */
export function weekday(moment: number): string {
  return format(moment, { weekday: 'long', day: 'numeric', month: 'long' });
}

/** Everything, for `title`: `mardi 24 novembre 2026 à 11:42`. */
export function fullDate(moment: number): string {
  return format(moment, {
    weekday: 'long',
    day: 'numeric',
    month: 'long',
    year: 'numeric',
    hour: '2-digit',
    minute: '2-digit',
  });
}

/** `11:42`. */
export function time(moment: number): string {
  return format(moment, { hour: '2-digit', minute: '2-digit' });
}

/**
 * A local date of a document, `2026-12-20`, as `20 déc. 2026`; without the year if it is this one, unless
 * `withYear`.
 */
export function documentDate(localDate: string, withYear = false): string {
  const moment = momentOf(localDate);
  return withYear ? format(moment, { day: 'numeric', month: 'short', year: 'numeric' }) : dayAndMonth(moment);
}

/** A local date in full: `dimanche 20 décembre 2026`. */
export function fullDay(localDate: string): string {
  return format(momentOf(localDate), { weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' });
}

/** Noon of a local date, so that no time zone moves it to another day. */
export function momentOf(localDate: string): number {
  return new Date(`${localDate}T12:00:00`).getTime();
}

/** Whole days from today to that local date; negative when it is past. */
export function daysUntil(localDate: string): number {
  return Math.round((startOfDay(momentOf(localDate)) - startOfDay(clock.now)) / day);
}

/** ISO week number (ISO 8601: the week with the year's first Thursday is week 1). */
export function weekNumber(moment: number): number {
  const date = new Date(startOfDay(moment));
  date.setDate(date.getDate() + 4 - (date.getDay() || 7));
  const firstOfYear = new Date(date.getFullYear(), 0, 1);
  return Math.ceil(((date.getTime() - firstOfYear.getTime()) / day + 1) / 7);
}

export function isToday(moment: number): boolean {
  return startOfDay(moment) === startOfDay(clock.now);
}

function isYesterday(moment: number): boolean {
  const yesterday = new Date(clock.now);
  yesterday.setDate(yesterday.getDate() - 1);
  return startOfDay(moment) === startOfDay(yesterday.getTime());
}

function startOfDay(moment: number): number {
  return new Date(moment).setHours(0, 0, 0, 0);
}

const formats = new Map<string, Intl.DateTimeFormat>();

function format(moment: number, options: Intl.DateTimeFormatOptions): string {
  const key = language.locale + JSON.stringify(options);
  let known = formats.get(key);
  if (!known) {
    known = new Intl.DateTimeFormat(language.locale, options);
    formats.set(key, known);
  }
  return known.format(moment);
}
