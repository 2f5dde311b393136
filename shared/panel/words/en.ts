import { variableWords } from '#shared/note/variable-words.ts'

/** The words of the first screens, in English; those of the parts that load later are in `en-later.ts`. */
export const en = {
  panel: {
    ticket: (id: number) => `#${id}`,
    status: 'Messages',
    stale: 'A part of this panel no longer loads.',
    kept: 'What you did is kept.',
    reload: 'Reload the panel',
  },
  signIn: {
    busy: 'Signing in through ConnectWise…',
  },
  ticket: {
    merged: (id: number) => `Merged into #${id}`,
    closed: 'Closed',
  },
  pick: {
    title: 'What fits this ticket',
    nothing: 'No flow fits this ticket well.',
    nothingWhy: 'Work without a flow: what you do still becomes the note.',
    because: 'Ticket says',
    steps: (count: number) => (count === 1 ? '1 step' : `${count} steps`),
    without: 'Work without a flow',
  },
  run: {
    choices: 'Answers',
    say: 'Ask the user',
    done: 'Done',
    risk: {
      disruptive: 'Interrupts the user. Tell them first.',
      destructive: 'Cannot be taken back.',
    },
    command: { copy: 'Copy command', copied: 'Copied', admin: 'as admin', user: 'as the user' },
    good: 'Healthy',
    bad: 'Fault',
    missing: (name: string) => {
      const what = variableWords[name]
      return what ? `${what} (not on the ticket)` : `[${name} missing]`
    },
  },
  trouble: {
    offline: 'The server cannot be reached.',
    startOffline: 'Starting needs the server. What was started goes on offline.',
    notStarted: (why: string) => `Not started. ${why}`,
    unexpected: 'Something went wrong.',
    help: (request: string) => `When you ask for help, name ${request}.`,
  },
  tool: {
    back: 'Back one step',
    paste: 'Paste result',
    acted: 'I did something else',
    skip: 'Skip this step',
    not_relevant: 'Not relevant',
    park: 'Park',
    post: 'Post',
    palette: 'All commands',
  },
}

export type Words = typeof en
