import type { FlowDraft } from '#shared/flow/flow.ts'

/** A small sound flow: a question, an instruction, a check, and all three ends. */
export const sampleFlow: FlowDraft = {
  id: 'outlook-offline',
  title: 'Outlook does not connect',
  kind: 'troubleshooting',
  summary: 'Finds out why Outlook shows Disconnected',
  symptoms: ['Outlook disconnected', 'mail does not arrive', 'cannot connect to the server'],
  steps: [
    {
      id: 'webmail',
      start: true,
      kind: 'question',
      title: 'Does webmail work for the user?',
      noted: 'Webmail',
      body: 'Ask **{{contact.firstName}}** to open webmail.',
      choices: [
        { id: 'yes', label: 'Works', next: { to: 'work-offline' }, rulesOut: 'mailbox and account' },
        { id: 'no', label: 'Fails as well', next: { to: 'escalate' } },
      ],
    },
    {
      id: 'work-offline',
      kind: 'instruction',
      title: 'Switch Work Offline off',
      noted: 'Work Offline switched off',
      risk: 'safe',
      next: { to: 'check' },
    },
    {
      id: 'check',
      kind: 'verify',
      title: 'Does a test mail arrive?',
      noted: 'Test mail',
      choices: [
        { id: 'yes', label: 'Arrived', passed: true, next: { to: 'resolved' } },
        { id: 'no', label: 'Did not arrive', passed: false, next: { to: 'escalate' } },
      ],
    },
    {
      id: 'resolved',
      kind: 'outcome',
      outcome: 'resolved',
      title: 'Outlook connects again',
      cause: { text: 'Work Offline was switched on', certainty: 'confirmed' },
    },
    {
      id: 'escalate',
      kind: 'outcome',
      outcome: 'escalate',
      title: 'Hand to tier 2',
      needs: ['the connection status of Outlook'],
      openQuestion: 'Why does the mailbox not answer?',
    },
  ],
}
