import type { RefusalReason } from '#api/ports/psa.ts'

type Kind = 'note' | 'time'
const names = { note: 'note', time: 'time entry' } as const
const capital = (word: string) => word.charAt(0).toUpperCase() + word.slice(1)

const hasReason = (said: string) =>
  said !== '' && !/^an (unexpected |unknown )?error (has )?occur+ed/i.test(said)

/** What to do about a refusal that does not say so itself. */
const advice: Partial<Record<RefusalReason, string>> = {
  invalid: ' Look at the ticket’s board and status, then send it again.',
  not_found: ' Look whether the ticket is still there, then send it again or copy the text.',
  conflict: ' Somebody changed the ticket at the same moment. Look at it, then send it again.',
}

/** What a technician reads about a delivery, and what to do. */
export const words = {
  behind: 'An earlier text for this ticket goes first.',
  checking: 'ConnectWise did not answer. Checking. Don’t retype it.',
  unreachable: 'ConnectWise cannot be reached. It will be sent as soon as it answers; nothing is lost.',
  slowDown: 'ConnectWise asks us to slow down. It is sent as soon as that is over; nothing is lost.',
  refused: (reason: RefusalReason, said: string) =>
    `It was not written: ${hasReason(said) ? said : 'ConnectWise gave no reason.'}${advice[reason] ?? ''}`,
  notFound:
    'ConnectWise did not answer twice, and the text is not in the ticket. Look at the ticket, then say whether it is there.',
  notFoundVisible:
    'ConnectWise did not answer, and no text in the ticket is exactly this one. Look at the ticket, then say whether it is there.',
  notSet:
    'ConnectWise did not answer twice, and the ticket does not have the status. Look at the ticket, then say whether it is set.',
  cannotCheck:
    'ConnectWise has not let us read the ticket for a day. Look at the ticket, then say whether it is there.',
  tooLong:
    'ConnectWise could not be reached for twelve hours. Send it again when it answers, or copy the text.',
  doubled: (kind: Kind, copies: readonly { id: number }[]) =>
    `This text stands in the ticket ${copies.length === 2 ? 'twice' : `${copies.length} times`}, as ${
      kind === 'note' ? 'notes' : 'time entries'
    } ${copies.map(({ id }) => id).join(' and ')}. ${
      kind === 'time' ? 'Each is billed. ' : ''
    }Remove all but ${copies[0]?.id}, here or in ConnectWise, then let it be looked at again.`,
  removing: (kind: Kind, id: number) => `Removing ${names[kind]} ${id}.`,
  removingUnsure: (kind: Kind, id: number) =>
    `ConnectWise has not answered yet. Whether ${names[kind]} ${id} is gone is looked up again.`,
  otherGone: (kind: Kind, id: number) =>
    `The other one was removed in the meantime. Whether ${names[kind]} ${id} stays is looked up again.`,
  notRemovable: (kind: Kind, id: number) =>
    `ConnectWise does not let us remove ${names[kind]} ${id}. Open the ticket, remove it there, then let it be looked at again.`,
  notRemoved: (kind: Kind, id: number, said: string) =>
    `${capital(names[kind])} ${id} was not removed: ${said} Open the ticket, remove it there, then let it be looked at again.`,
  removalUnknown: (kind: Kind, id: number) =>
    `ConnectWise could not be asked for hours, so whether ${names[kind]} ${id} is gone is open. Let it be looked at again.`,
  editedSince: (kind: Kind, id: number) =>
    `${capital(names[kind])} ${id} was changed by someone, so it was not removed. Open it in ConnectWise, then let it be looked at again.`,
  allGone:
    'The text stood in the ticket twice, and now nowhere. Look at the ticket, then send it again or give it up.',
  wrongTicket: 'ConnectWise put this text on another ticket than asked. Look at both tickets.',
  quoted:
    'A text in the ticket bears this reference but reads differently. Look at it, then say whether it is ours.',
  severalAlike: 'The ticket holds this text more than once. Look at it, then say whether yours is there.',
  alikeButOther:
    'The ticket holds this text, but under another name, kind or time. Look at it, then say whether it is yours.',
  statusMoved:
    'The ticket’s status was changed by somebody else in the meantime. Look at the ticket, then say whether it is right.',
  ticketGone: 'The ticket is no longer there. Copy the text, then give it up.',
  ticketGoneForStatus: 'The ticket is no longer there, so its status cannot be set. Give it up.',
} as const
