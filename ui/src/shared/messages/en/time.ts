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
    seconds: (count: number) => `${String(count)} s`,
    minutes: (count: number) => `${String(count)} min`,
    hours: (count: number) => `${String(count)} h`,
    hoursMinutes: (hours: number, minutes: string) => `${String(hours)} h ${minutes}`,
    days: (count: number) => plural(count, { one: '# day', other: '# days' }),
    daysShort: (count: number) => `${String(count)} d`,
    ago: (length: string) => `${length} ago`,
  },
};
