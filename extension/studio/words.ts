/** Every word the sign-in page shows. */
export const words = {
  title: 'Sign in',
  pod: 'ResolutionFlow signs you in through ConnectWise.',
  steps: [
    'Open a ticket in ConnectWise, where the ResolutionFlow pod is.',
    'The pod signs you in by itself; there is no other password.',
    'If it says that ConnectWise did not vouch for you, reload the ticket. If that does not help, ask whoever looks after ResolutionFlow whether your ConnectWise member is linked.',
  ],
  demo: 'This is the demo. Who are you?',
  demoNone: 'The demo has no members yet. Start it again.',
  roles: {
    super_admin: 'Operates the installation',
    team_admin: 'Administrator',
    engineer: 'Technician',
    viewer: 'Reads only',
  },
  busy: 'Signing you in…',
  done: 'You are signed in. You can close this window.',
  alone: 'Open this page from the panel: it then goes on by itself.',
  failed: 'That did not work. Try once more.',
  unreachable: 'The server cannot be reached.',
  again: 'Try again',
} as const
