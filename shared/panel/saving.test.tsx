import { waitFor } from '@testing-library/preact'
import { afterEach, describe, expect, it } from 'vitest'
import { someMe } from './testing/demo-records.ts'
import { type Mounted, mounted } from './testing/mounted.ts'

const reminder = 'Your steps are not in the ticket yet.'

let panel: Mounted
afterEach(() => panel.stop())

async function onFirstStep(beforeSave: boolean): Promise<void> {
  panel = mounted(undefined, undefined, undefined, (host) => {
    const me = someMe(host.surroundings.now())
    host.api.overrides.getMe = () => ({ ...me, team: { ...me.team, beforeSave } })
  })
  await panel.see('All flows')
  panel.press('Enter')
  await panel.see('Step 1')
  await panel.see('Ready to work offline')
}

async function answerFirst(): Promise<void> {
  panel.press('1')
  await panel.see('Read the token state')
  panel.press('Escape')
}

describe('when the ticket is saved in ConnectWise', () => {
  it('the panel asks to hear of it only where the team wants that', async () => {
    await onFirstStep(false)
    await answerFirst()
    expect(panel.host.save()).toBe(false)
    expect(panel.text()).not.toContain(reminder)
  })

  it('says that the steps are not in the ticket, and leads to the note', async () => {
    await onFirstStep(true)
    expect(panel.host.save()).toBe(true)
    expect(panel.text()).not.toContain(reminder)
    await answerFirst()
    panel.host.save()
    await panel.see(reminder)
    const post = [...panel.element.querySelectorAll('.rf-banner button')].find(
      (one) => one.textContent === 'Post',
    )
    if (post instanceof HTMLElement) post.click()
    await panel.see('What will be posted')
    expect(panel.text()).not.toContain(reminder)
  })

  it('says no more once it is put aside, and speaks up at the next save', async () => {
    await onFirstStep(true)
    await answerFirst()
    panel.host.save()
    await panel.see(reminder)
    const close = panel.element.querySelector('.rf-banner [aria-label="Close"]')
    if (close instanceof HTMLElement) close.click()
    await waitFor(() => expect(panel.text()).not.toContain(reminder))
    panel.host.save()
    await panel.see(reminder)
  })

  it('hears no more of it once the panel is taken away', async () => {
    await onFirstStep(true)
    panel.stop()
    expect(panel.host.save()).toBe(false)
  })
})
