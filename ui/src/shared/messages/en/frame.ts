import { pluralsOf } from '../plural';

const plural = pluralsOf('en-GB');

/** The window around the rooms: sidebar, search and palette, toasts. */
export const frame = {
  places: {
    today: 'Today',
    requests: 'Requests',
    quotes: 'Quotes',
    contacts: 'Contacts',
    products: 'Products',
    reports: 'Reports',
    settings: 'Settings',
  },
  frame: {
    main: 'Main',
    search: 'Search',
    workspace: 'Workspace',
    ownWorkspace: 'Your company',
    demo: 'Sample data',
    nobody: 'Nobody',
    demoHint: 'Nothing leaves this computer',
    keys: 'Keys',
    user: 'You are working as',
    previousPane: 'Previous pane',
    nextItem: 'Next in the list',
    previousItem: 'Previous in the list',
    nextPane: 'Next pane',
    backToList: 'Back to the list',
    resizeList: 'Width of the list',
    notYet: 'This room opens with a later version.',
  },
  sync: {
    upToDate: (ago: string) => `Up to date ${ago} ago`,
    noMailbox: 'No mailbox yet',
    reading: 'Reading mail',
    never: 'Not read yet',
    notReadSince: (length: string) => `Not read for ${length}`,
    needAttention: (count: number) => plural(count, { one: '1 mail needs you', other: '# mails need you' }),
    toReconnect: (count: number) =>
      plural(count, { one: '1 mailbox to reconnect', other: '# mailboxes to reconnect' }),
    offline: (since: string) => `Offline since ${since}`,
    outboxWaits: (count: number) =>
      plural(count, { one: '1 mail waits to leave', other: '# mails wait to leave' }),
    now: 'Read mail now',
  },
  palette: {
    title: 'Search or command',
    placeholder: 'Search or command',
    selection: 'On this request',
    create: 'Create',
    places: 'Go to',
    application: 'Application',
    found: 'Requests, contacts and quotes',
    nothing: (text: string) => `Nothing for “${text}”`,
    choose: 'choose',
    do: 'do',
    scope: 'change scope',
    close: 'close',
    scopeEverywhere: 'Everywhere',
    removeScope: (name: string) => `Without “${name}”`,
    current: 'current',
    results: (count: number) => plural(count, { one: '1 result', other: '# results' }),
  },
  toasts: { region: 'Results' },
};
