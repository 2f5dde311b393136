import { waitFor } from '@testing-library/preact'
import { afterEach, describe, expect, it } from 'vitest'
import { type Mounted, mounted } from './testing/mounted.ts'

let panel: Mounted
afterEach(() => panel.stop())

async function begun(key = 'Enter'): Promise<void> {
  panel = mounted()
  await panel.see('What fits this ticket')
  await panel.see('All flows')
  panel.press(key)
  await panel.see('Does Maria Lind get into webmail?')
  await panel.see('Ready to work offline')
  panel.press('e')
  await panel.find('dialog form')
}

const stored = () => [...panel.host.api.sessions.values()][0]?.log.map(({ event }) => event) ?? []
const focused = () => document.activeElement?.getAttribute('name')

describe('ending a session outside its flow', () => {
  it('takes one more key with nothing typed, and hands over what the flow leaves open', async () => {
    await begun()
    panel.press('Enter')
    await panel.see('Ready to hand over')
    await waitFor(() => expect(stored().at(-1)).toMatchObject({ type: 'concluded', outcome: 'escalate' }))
    expect(stored().at(-1)).toMatchObject({
      words: '',
      client: false,
      handOff: { openQuestion: '', to: '', verifyFirst: expect.stringMatching(/^Does Maria Lind get into/) },
    })
    panel.press('w')
    await panel.see('Does Maria Lind get into webmail? (not answered)')
    await panel.see('Verify first')
  })

  it('asks for the open question, what to verify first and who takes over', async () => {
    await begun()
    panel.press('3')
    await waitFor(() => expect(focused()).toBe('openQuestion'))
    panel.type('Is it the licence?')
    ;(await panel.find('[name=verifyFirst]')).focus()
    panel.type('Licence portal\nAnother user')
    ;(await panel.find('[name=to]')).focus()
    panel.type('the vendor')
    panel.press('Enter')
    await panel.see('Ready to refer')
    await panel.see('Is it the licence?')
    panel.press('w')
    await panel.see('Referred to the vendor')
    await panel.see('Another user')
    await waitFor(() =>
      expect(stored().at(-1)).toMatchObject({
        outcome: 'refer',
        handOff: { openQuestion: 'Is it the licence?', verifyFirst: 'Licence portal\nAnother user' },
      }),
    )
  })

  it('asks what the cause was and how certain that is, by one key', async () => {
    await begun()
    panel.press('2')
    await waitFor(() => expect(focused()).toBe('words'))
    panel.type('Cleared the profile')
    ;(await panel.find('[name=cause]')).focus()
    panel.type('Broken profile')
    ;(await panel.find('[aria-keyshortcuts=l]')).focus()
    panel.press('c')
    ;(await panel.find('[name=cause]')).focus()
    panel.press('Enter')
    await panel.see('Resolved')
    await waitFor(() =>
      expect(stored().at(-1)).toMatchObject({
        words: 'Cleared the profile',
        cause: { text: 'Broken profile', certainty: 'confirmed' },
      }),
    )
    panel.press('w')
    await panel.see('Broken profile (confirmed)')
  })

  it('writes that the cause is not known where none was given, and lets it be changed', async () => {
    await begun()
    panel.press('2')
    await waitFor(() => expect(focused()).toBe('words'))
    panel.press('Enter')
    await waitFor(() => expect(stored().at(-1)).toMatchObject({ cause: { text: '', certainty: 'unknown' } }))
    panel.press('w')
    await panel.see('Not known')
    const line = [...panel.element.querySelectorAll('.rf-line')].find((one) =>
      one.textContent?.includes('Not known'),
    )
    line?.querySelector<HTMLElement>('[aria-label="Edit this line"]')?.click()
    ;(await panel.find('.rf-section textarea')).focus()
    panel.type('A broken profile')
    panel.press('Enter')
    await waitFor(() => expect(stored().at(-1)).toMatchObject({ text: 'A broken profile' }))
    await panel.see('A broken profile')
    expect(panel.text()).not.toContain('Not known')
  })
})
