import type { PostOptions } from '#shared/contracts/ticket.ts'
import type { Draft } from '../note/draft.ts'

/** The chosen status where ConnectWise may mail because of it. */
export function mailingStatus({ options, status }: Draft): PostOptions['statuses'][number] | null {
  const chosen = options.value?.statuses.find(({ id }) => id === status.value)
  return chosen?.mayMail ? chosen : null
}

/** Whether posting may reach the client, so that it is asked about once more. */
export function needsConfirmation(draft: Draft): boolean {
  return draft.audience.value !== 'internal' || mailingStatus(draft) !== null
}

/** What a confirmation is given for: any change of it takes it back. */
export function confirmationOf(draft: Draft): string {
  const { audience, status, notify, composed } = draft
  return JSON.stringify([audience.value, status.value, notify.value, composed.value?.text ?? ''])
}
