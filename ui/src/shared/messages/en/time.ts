import { pluralsOf } from '../plural';

const plural = pluralsOf('en-GB');

export const time = {
  dates: {
    today: 'today',
    yesterday: 'yesterday',
    at: (day: string, time: string) => `${day}, ${time}`,
    on: (day: string) => `on ${day}`,
    week: (number: number) => `Week ${String(number)}`,
  },
  durations: {
    seconds: (count: number) => `${String(count)}\u00a0s`,
    minutes: (count: number) => `${String(count)}\u00a0min`,
    hours: (count: number) => `${String(count)}\u00a0h`,
    hoursMinutes: (hours: number, minutes: string) => `${String(hours)}\u00a0h\u00a0${minutes}`,
    days: (count: number) => plural(count, { one: '# day', other: '# days' }),
    daysShort: (count: number) => `${String(count)}\u00a0d`,
    ago: (length: string) => `${length} ago`,
  },
};
