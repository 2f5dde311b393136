import type { FlowClosure, FlowDraft } from '#shared/flow/flow.ts'
import { publishFlow } from '#shared/flow/publish-flow.ts'

/** A flow with every kind of step that the panel draws, in the shape that authors write. */
export const outlookDraft: FlowDraft = {
  id: 'outlook',
  title: 'Outlook keeps asking for the password',
  kind: 'troubleshooting',
  summary: 'Outlook on Windows prompts again and again, or shows “Need password”.',
  symptoms: ['outlook asks for password', 'need password'],
  steps: [
    {
      id: 'web',
      start: true,
      kind: 'question',
      title: 'Does {{contact.name}} get into webmail?',
      noted: 'Webmail',
      say: 'Could you open outlook.office.com in a private window and sign in?',
      body: 'Webmail uses the **same account** but none of the Outlook profile. If it works, the account is fine.',
      choices: [
        { id: 'yes', label: 'Yes, mail shows', next: { to: 'ping' }, rulesOut: 'account or password' },
        { id: 'no', label: 'No, the password is refused', next: { to: 'escalate' } },
        { id: 'mfa', label: 'It asks for a second factor that does not arrive', next: { to: 'escalate' } },
        { id: 'slow', label: 'It loads, but slowly', next: { to: 'ping' } },
        { id: 'blocked', label: 'Sign-in is blocked', next: { to: 'escalate' } },
      ],
    },
    {
      id: 'ping',
      kind: 'input',
      title: 'Read the token state',
      noted: 'Token state',
      commands: [
        {
          shell: 'cmd',
          run: 'dsregcmd /status | findstr /i "AzureAdPrt WamDefaultSet"',
          rights: 'user',
          good: 'AzureAdPrt : YES',
          bad: 'AzureAdPrt : NO, or an error code behind it',
        },
      ],
      fields: [{ name: 'prt', label: 'AzureAdPrt', type: 'text', required: true }],
      next: { to: 'credentials' },
    },
    {
      id: 'credentials',
      kind: 'instruction',
      title: 'Remove stale Office credentials',
      noted: 'Stale Office credentials removed',
      risk: 'disruptive',
      body: 'Close Outlook first.\n\n1. Open *Credential Manager*, **Windows Credentials**\n2. Remove every entry that begins with `MicrosoftOffice16_Data`\n3. Remove entries for `outlook.office365.com`\n4. Start Outlook and sign in once\n\nLeave entries for mapped drives as they are. The device is {{configuration.name}}, last used by {{configuration.lastLoginName}}.',
      next: { to: 'check' },
    },
    {
      id: 'check',
      kind: 'verify',
      title: 'Does Outlook stay connected?',
      noted: 'Outlook connection',
      choices: [
        { id: 'yes', label: 'Connected, no prompt after a restart', passed: true, next: { to: 'solved' } },
        {
          id: 'no',
          label: 'Asks again',
          passed: false,
          next: { to: 'credentials', retry: { limit: 1, otherwise: 'profile' } },
        },
      ],
    },
    {
      id: 'profile',
      kind: 'instruction',
      title: 'Delete the Outlook profile',
      risk: 'destructive',
      target: '{{configuration.name}}',
      body: 'Local rules and autocomplete of this profile are gone afterwards.',
      next: { to: 'escalate' },
    },
    {
      id: 'solved',
      kind: 'outcome',
      title: 'Outlook connects again',
      outcome: 'resolved',
      cause: { text: 'stale Office credentials', certainty: 'confirmed' },
    },
    {
      id: 'escalate',
      kind: 'outcome',
      title: 'Sign-in itself fails',
      outcome: 'escalate',
      needs: ['Sign-in log entry with its error code', 'Conditional access policies that apply'],
      openQuestion: 'Does the account sign in on another device?',
    },
  ],
}

/** The flow as published, with all that a session needs. */
export function outlookClosure(): FlowClosure {
  const published = publishFlow(outlookDraft, 3, {})
  if (!published.ok) throw new Error('The flow has no subflows.')
  return { root: published.ref, flows: { [published.ref]: published.flow } }
}
