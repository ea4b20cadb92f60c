import type { time as english } from '../en/time';

export const time: typeof english = {
  dates: {
    today: 'aujourd’hui',
    yesterday: 'hier',
    at: (day, hour) => `${day}, ${hour}`,
    on: (day) => `le ${day}`,
    week: (number) => `Semaine ${String(number)}`,
  },
  durations: {
    seconds: (count) => `${String(count)}\u00a0s`,
    minutes: (count) => `${String(count)}\u00a0min`,
    hours: (count) => `${String(count)}\u00a0h`,
    hoursMinutes: (hours, minutes) => `${String(hours)}\u00a0h\u00a0${minutes}`,
    days: (count) => `${String(count)}\u00a0j`,
    daysShort: (count) => `${String(count)}\u00a0j`,
    ago: (length) => `il y a ${length}`,
  },
};
