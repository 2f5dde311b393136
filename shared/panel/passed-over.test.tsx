import { waitFor } from '@testing-library/preact'
import { afterEach, describe, expect, it } from 'vitest'
import { type Mounted, mounted } from './testing/mounted.ts'

let panel: Mounted
afterEach(() => panel.stop())

const log = () => [...panel.host.api.sessions.values()][0]?.log.map(({ event }) => event) ?? []

async function atTheCheck(): Promise<void> {
  panel = mounted()
  await panel.see('What fits this ticket')
  await panel.see('All flows')
  panel.press('Enter')
  await panel.see('Does Maria Lind get into webmail?')
  await panel.see('Step 1')
  panel.press('1')
  await panel.see('Read the token state')
  await waitFor(() => expect(document.activeElement?.tagName).toBe('INPUT'))
  panel.type('NO')
  panel.press('Enter')
  await panel.see('Remove stale Office credentials')
  panel.press('Enter')
  await panel.see('Does Outlook stay connected?')
}

describe('a step that is passed over', () => {
  it('is told as skipped in the trail, by its title, and the one way on is taken in two keys', async () => {
    panel = mounted()
    await panel.see('What fits this ticket')
    await panel.see('All flows')
    panel.press('Enter')
    await panel.see('Does Maria Lind get into webmail?')
    await panel.see('Step 1')
    await panel.see('Ready to work offline')
    panel.press('n')
    await panel.see('Not relevant: why?')
    panel.press('2')
    await panel.see('Read the token state')
    await panel.see('Skipped: Does Maria Lind get into webmail? (not relevant, other software)')
    // The next key is a command, no letter in the field.
    const field = await panel.find('.rf-form input')
    await waitFor(() => expect(panel.element.querySelector('dialog')).toBeNull())
    await waitFor(() => expect(document.activeElement?.tagName).toBe('H2'))
    panel.press('Enter')
    expect(document.activeElement).toBe(field)
    panel.press('Escape')
    panel.press('n')
    await panel.see('Not relevant: why?')
  })

  it('offers where to go on where no way is clear, takes it with one more key, and answers nothing', async () => {
    await atTheCheck()
    panel.press('s')
    await panel.see('Skip this step: why?')
    panel.press('3')
    await panel.see('Go on with: Remove stale Office credentials')
    expect(panel.text()).not.toContain('Connected, no prompt after a restart')
    panel.press('1')
    await panel.see('Interrupts the user')
    await waitFor(() => expect(log()).toHaveLength(5))
    expect(log().at(-1)).toMatchObject({
      type: 'skipped',
      reason: 'user_declined',
      to: ['outlook@3:credentials'],
    })
    expect(log().filter(({ type }) => type === 'answered')).toHaveLength(1)
  })

  it('leads to the end in words, or back to the answers', async () => {
    await atTheCheck()
    panel.press('s')
    await panel.see('Skip this step: why?')
    panel.press('3')
    await panel.see('Go on with: Remove stale Office credentials')
    panel.press('Backspace')
    await panel.see('Connected, no prompt after a restart')
    panel.press('s')
    await panel.see('Skip this step: why?')
    panel.press('3')
    await panel.see('Go on with')
    panel.press('e')
    await panel.find('dialog textarea')
  })
})
