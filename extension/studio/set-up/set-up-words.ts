/** Every word of the first-run page and the options. */
export const setUpWords = {
  welcome: {
    title: 'Beside the ticket',
    lead: 'Open a ConnectWise ticket, work through a flow beside it, and the note writes itself.',
    steps: {
      server: 'Your team’s server',
      connectWise: 'Your ConnectWise',
      signIn: 'Sign in',
      ready: 'Open a ticket',
    },
    cloud:
      'Tickets at ConnectWise’s cloud are found already. Does your team run its own ConnectWise? Add it.',
    ready: (keys: string) =>
      `Open any ticket in ConnectWise. Then right-click and choose “Troubleshoot this ticket”${keys && `, or press ${keys}`}.`,
    openPanel: 'Open the panel',
    openDemo: 'Open a ticket of the demo',
  },
  options: { title: 'Options', saved: 'Saved.' },
  server: {
    label: 'Address of the server',
    hint: 'Such as flow.example.com; ask whoever looks after ResolutionFlow.',
    connect: 'Connect',
    demo: 'Use the demo on this computer',
    bad: 'This is no address that can be used: it must begin with https://, or be on this computer.',
    refused: 'The browser did not let the extension speak to this address. Connect again and allow it.',
    silent: (origin: string) =>
      `No ResolutionFlow answers at ${origin}. Check the address, and that it runs.`,
    connected: (origin: string) => `Connected to ${origin}.`,
    busy: 'Looking…',
  },
  connectWise: {
    label: 'Address of your ConnectWise',
    hint: 'Only where your team runs its own, such as cw.example.com.',
    add: 'Add',
    remove: 'Remove',
    removed: (origin: string) => `${origin} was removed.`,
    undo: 'Undo',
    none: 'None added. ConnectWise’s cloud needs nothing here.',
  },
  signIn: {
    do: 'Sign in',
    as: (name: string, team: string) => `Signed in as ${name}, ${team}.`,
    out: 'Sign out',
    stay: 'Stay signed in when the browser is closed',
    stayWhy: 'Only on a computer that nobody else uses.',
    first: 'Connect to the server first.',
  },
  look: {
    title: 'Look and keys',
    theme: 'Colours',
    themes: { system: 'As the system', light: 'Light', dark: 'Dark' },
    language: 'Language',
    languages: { en: 'English' },
    keys: 'Single keys in the panel',
    keysWhy: 'Keys without Ctrl or Alt act while you are not typing.',
    opening: (keys: string) =>
      keys
        ? `${keys} opens the panel.`
        : 'No keys open the panel: the browser’s page of shortcuts sets them.',
  },
} as const
