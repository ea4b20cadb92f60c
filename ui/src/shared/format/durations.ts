/** Lengths of time as the interface writes them: `12 s`, `22 min`, `2 h 33`, `3 j`. */
import { clock } from '../clock.svelte';
import { m } from '../messages/index.svelte';

const second = 1000;
const minute = 60 * second;
const hour = 60 * minute;
const day = 24 * hour;

/** A length in milliseconds; hours with minutes up to a day, then whole days. */
export function duration(milliseconds: number): string {
  const length = Math.max(0, milliseconds);
  if (length < minute) return m.durations.seconds(Math.floor(length / second));
  if (length < hour) return m.durations.minutes(Math.floor(length / minute));
  if (length < day) return hoursAndMinutes(length);
  return m.durations.days(Math.floor(length / day));
}

/** From that moment until now. */
export function since(moment: number): string {
  return duration(clock.now - moment);
}

function hoursAndMinutes(length: number): string {
  const hours = Math.floor(length / hour);
  const minutes = Math.floor((length % hour) / minute);
  return minutes === 0
    ? m.durations.hours(hours)
    : m.durations.hoursMinutes(hours, String(minutes).padStart(2, '0'));
}
