import type { TicketPart } from '#shared/contracts/ticket.ts'
import { enAround } from './en-around.ts'
import { enCommands } from './en-commands.ts'
import { enConclude } from './en-conclude.ts'
import { enDoubled } from './en-doubled.ts'
import { enNote } from './en-note.ts'
import { enRejections } from './en-rejections.ts'

/** The words of the parts that load once the panel is idle, in English. */
export const enLater = {
  panel: {
    close: 'Close',
    cancel: 'Cancel',
    save: 'Save',
  },
  ticket: {
    which: 'Which ticket?',
    whichWhy: 'Type its number, or words from its summary.',
    field: 'Ticket number or words',
    none: 'No ticket matches.',
    showAll: 'Show all tickets',
    open: 'Open the ticket in ConnectWise',
  },
  pick: {
    openSession: 'Already begun',
    withoutTitle: 'Without a flow',
    status: { active: 'In progress', paused: 'Paused', parked: 'Parked', ended: 'Finished' },
    you: 'by you',
    by: (name: string) => `by ${name || 'a colleague'}`,
    notAsked: 'What fits this ticket could not be asked.',
    notRead: 'It is tried again by itself.',
    notWhole: (parts: string) => `Not read just now: ${parts}. It is tried again by itself.`,
    parts: {
      contact: 'the contact',
      configurations: 'its machines',
      texts: 'its notes',
      recent: 'other tickets',
    } satisfies Record<TicketPart, string>,
    askAgain: 'Try again',
    begunBy: (name: string, when: string) => `${name}, ${when}`,
    unposted: (count: number) => `${count} not yet in the ticket`,
    browse: 'All flows',
    filter: 'Find a flow',
    noneFound: 'No flow has these words.',
    showAll: 'Show all flows',
    noneAtAll: 'No flow is published yet.',
    past: (used: number, resolved: number) =>
      `Used ${used === 1 ? 'once' : `${used} times`}, ${resolved} resolved`,
    showSteps: 'Steps',
    stepsOf: (title: string) => `Steps of ${title}`,
    putAside: (title: string) => `Put ${title} aside for this ticket`,
    asides: (count: number) =>
      count === 1
        ? '1 suggestion put aside for this ticket.'
        : `${count} suggestions put aside for this ticket.`,
    bringBack: 'Show again',
  },
  run: {
    progress: (done: number, left: number) =>
      left > 0 ? `Step ${done + 1}, about ${left} left` : `Step ${done + 1}, the last`,
    progressLabel: 'Progress',
    continue: 'Continue',
    required: 'needed',
    resume: 'Resume',
    loops: (left: number) => (left === 1 ? 'One more try, then on' : `${left} more tries, then on`),
    typeTarget: (target: string) => `Type ${target} to confirm`,
    nameTarget: 'Type what this is done to',
    trail: 'Done so far',
    change: (label: string) => `Change the answer ${label}`,
    changeTitle: 'Change this answer',
    changeWhy: 'What followed it stays on record, and the flow goes on from here.',
    free: 'What did you do?',
    freeWhy: 'Each entry becomes a line of the note.',
    freeAdd: 'Add',
    ended: {
      resolved: 'Resolved',
      escalate: 'Ready to hand over',
      refer: 'Ready to refer',
    },
    endedWhy: 'The note is written. Look it over and post it.',
    endedPosted: 'All of it is in the ticket.',
    endedOnItsWay: 'The note is on its way to the ticket. Above is how it stands.',
    endedStuck: 'The note is not in the ticket. Above is how it stands.',
    linesMissing: (count: number) =>
      count === 1 ? '1 line is not in the ticket yet.' : `${count} lines are not in the ticket yet.`,
    internalMissing: (count: number) =>
      count === 1
        ? '1 internal line is not in the ticket.'
        : `${count} internal lines are not in the ticket.`,
    needs: 'The next tier needs',
    verifyFirst: 'Open question',
    parkedTitle: 'Parked',
    pausedTitle: 'Paused',
    until: (when: string) => `until ${when}`,
    reopen: 'Go back into the flow',
    passedGoOn: 'Skipped. The ways part here: where to go on?',
    passedEnd: 'Skipped. Nothing leads on from here without an answer: go back, or end here.',
    goOnWith: (title: string, after?: string) =>
      after ? `Go on with: ${title} (as after “${after}”)` : `Go on with: ${title}`,
  },
  act: {
    done: 'done',
    skipped: 'skipped',
    not_relevant: 'not relevant',
    acted: 'You did',
    evidence: 'Pasted result',
    captured: 'noted',
    went_back: 'went back',
    changed: 'changed',
    parked: 'parked',
    concluded: 'concluded',
    posted: 'Posted to the ticket',
    onItsWay: 'On its way to the ticket',
    stuck: 'Not in the ticket yet: it needs somebody',
    notPosted: 'Written up, not posted',
    late: 'came late',
    by: (name: string) => `by ${name}`,
  },
  skip: {
    title: 'Skip this step: why?',
    done_before: 'Done before',
    no_access: 'No access',
    user_declined: 'User declined',
    no_time: 'No time now',
    other: 'Other…',
  },
  notRelevant: {
    title: 'Not relevant: why?',
    other_device: 'Other device',
    other_software: 'Other software',
    already_known: 'Already known',
    does_not_apply: 'Does not apply here',
    other: 'Other…',
  },
  park: {
    title: 'Park: waiting for what?',
    waiting_client: 'Client',
    waiting_vendor: 'Vendor',
    waiting_part: 'Part',
    scheduled: 'Scheduled',
    no_answer: 'No answer',
    done: 'It resumes at this step.',
    due: 'Until',
    words: 'In a few words, which stay internal',
    notBefore: 'That is in the past. Choose a later time, or none.',
    howTo: 'To add a day or words, fill them in here first, then choose above.',
    waits: (what: string) => `Waiting: ${what}`,
  },
  write: {
    other: 'In a few words',
    actedTitle: 'I did something else',
    actedField: 'What you did, and what came of it',
    pasteTitle: 'Paste result',
    pasteField: 'Output, message or log',
    pasteName: 'What it is',
    pasteTo: (step: string) => `Goes with “${step}”`,
    concludeTitle: 'End here',
    outcome: { resolved: 'Resolved', escalate: 'Escalate', refer: 'Refer' },
    secrets: (count: number) =>
      count === 1
        ? '1 secret is replaced before it is kept. It will read:'
        : `${count} secrets are replaced before they are kept. It will read:`,
    dialogFirst: 'Finish or close what is open first, then paste again.',
    startFirst: 'Start a flow or work without one first, then paste again.',
    dropAgain: 'The panel moved on while the file was read. Drop it again where it belongs.',
    refused: {
      binary: (file: string) => `${file} is not text. Drop a text file, or paste its text.`,
      unread: (file: string) => `${file} could not be read. Open it and paste its text.`,
      empty: (file: string) => `${file} is empty.`,
    },
    tooLong: 'Only the first 200,000 characters are kept.',
    begunTitle: 'When did the call begin?',
    begunField: 'Start of the work',
    begunEarlier: (minutes: number) => `${minutes} min earlier`,
    notLater: 'The start can only move to before now.',
    kept: 'Kept.',
    waits: 'Still loading what removes secrets from texts. Yours goes in by itself as soon as it is there.',
    notTaken:
      'What removes secrets from texts could not be loaded, so your text was not taken. It stays in its field: send it again once you are connected.',
  },
  late: {
    title: 'Came in late',
    why: 'This came in after the flow had moved on elsewhere. Keep it as “also done”, or strike it.',
    keep: 'Keep',
    strike: 'Strike',
    first: 'Nothing was posted: another answer came in late. Keep or strike it first, then post.',
  },
  gap: {
    title: (from: string, to: string) => `${from} to ${to}: still working on this?`,
    yes: 'Yes, count it',
    no: 'No',
  },
  ...enNote,
  doubled: enDoubled,
  units: {
    justNow: 'just now',
    minutesAgo: (count: number) => `${count} min ago`,
    hoursAgo: (count: number) => `${count} h ago`,
  },
  aside: {
    title: (count: number) =>
      count === 1 ? 'The server refused 1 entry' : `The server refused ${count} entries`,
    why: 'It is kept in this browser and is not part of the note. Everything else was taken.',
    entry: 'Entry',
    reason: (reason: string, when: string) => `${reason} (${when})`,
    copy: 'Copy',
    copied: 'Copied',
    copyFailed: 'The browser refused. Select the text and copy it.',
    again: 'Try again',
    taken: 'The server took it.',
    drop: 'Drop',
    sure: (what: string) => `Drop “${what}” for good?`,
    dropIt: 'Drop it',
    keepIt: 'Keep it',
    dropped: 'Dropped.',
  },
  link: {
    offline: 'Offline. Go on; what you do is kept and sent later. Posting needs the server.',
    tooOld: 'This panel is too old for the server. Reload it; nothing is lost.',
    reload: 'Reload',
    memory: (count: number) =>
      count === 1
        ? 'The browser refuses storage: 1 entry would be lost by closing this.'
        : `The browser refuses storage: ${count} entries would be lost by closing this.`,
    unsent: (count: number) => `${count} to send`,
    offlineReady: 'Ready to work offline',
  },
  save: {
    notPosted: 'Your steps are not in the ticket yet.',
  },
  ...enRejections,
  signIn: {
    title: 'Sign in to go on',
    why: {
      pod: 'ConnectWise did not vouch for you here. Sign in in a window of its own; this panel goes on by itself.',
      page: 'Sign in in a window of its own; this page goes on by itself.',
      side_panel: 'Sign in in a window of its own; this panel goes on by itself.',
    },
    toSend: 'Sign in to send. Go on meanwhile; what you do is kept.',
    button: 'Sign in',
    waiting: 'Finish signing in in the other window.',
    failed: 'That did not work. Try once more, or ask whoever looks after ResolutionFlow.',
    again: 'You were signed out. What you do is kept; sign in to send it.',
  },
  ...enCommands,
  ...enConclude,
  ...enAround,
}

export type LaterWords = typeof enLater
