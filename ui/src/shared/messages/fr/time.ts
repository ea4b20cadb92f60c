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
    seconds: (count) => `${String(count)} s`,
    minutes: (count) => `${String(count)} min`,
    hours: (count) => `${String(count)} h`,
    hoursMinutes: (hours, minutes) => `${String(hours)} h ${minutes}`,
    days: (count) => `${String(count)} j`,
    daysShort: (count) => `${String(count)} j`,
    ago: (length) => `il y a ${length}`,
  },
};
