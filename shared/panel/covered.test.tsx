import { waitFor } from '@testing-library/preact'
import { afterEach, describe, expect, it } from 'vitest'
import { type Mounted, mounted } from './testing/mounted.ts'
import { toFirstStep } from './testing/walk.ts'

let panel: Mounted
afterEach(() => panel.stop())

/** Two own acts, one of them for the client, in a session that has ended, and its note. */
async function onNote(): Promise<void> {
  panel = mounted()
  await toFirstStep(panel)
  for (const [act, client] of [
    ['Swapped the cable', true],
    ['Reset the vault entry', false],
  ] as const) {
    panel.press('d')
    ;(await panel.find('dialog textarea')).focus()
    panel.type(act)
    if (client) panel.press('l', { altKey: true, code: 'KeyL' })
    panel.press('Enter')
    await waitFor(() => expect(panel.element.querySelector('dialog')).toBeNull())
  }
  panel.press('2')
  await panel.see('Ready to hand over')
  panel.press('w')
  await panel.see('What will be posted')
}

/** Posts what is shown, for the client after one more question. */
async function post(): Promise<void> {
  panel.press('Enter', { ctrlKey: true })
  await waitFor(() => {
    if (panel.element.querySelector('dialog')) panel.press('Enter')
    expect(panel.text()).toMatch(/Sending in/)
  })
}

const button = (label: string) =>
  [...panel.element.querySelectorAll('button')].find((one) => one.textContent?.startsWith(label))
const exact = () => panel.element.querySelector('.rf-exact pre')?.textContent ?? ''
const events = () => [...panel.host.api.sessions.values()][0]?.log.map(({ event }) => event) ?? []

describe('a resolution that comes first', () => {
  it('leaves the internal lines to be posted, and says how many', async () => {
    await onNote()
    panel.press('a')
    panel.press('a')
    await waitFor(() => expect(exact()).toContain('Swapped the cable'))
    await post()
    await panel.see(/\d internal lines? (is|are) not in the ticket/)
    expect(panel.text()).not.toContain('All of it is in the ticket')
    expect(events().at(-1)).toMatchObject({ type: 'posted', audience: 'resolution', time: [] })
    panel.press('w')
    await panel.see('What will be posted')
    expect(exact()).toContain('Reset the vault entry')
    expect(exact()).not.toContain('Swapped the cable')
    await post()
    await waitFor(() => expect(events().at(-1)).toMatchObject({ type: 'posted', audience: 'internal' }))
    await panel.see('on its way to the ticket')
    expect(panel.text()).not.toMatch(/not in the ticket/)
  })
})

describe('where nothing was done since the last post', () => {
  it('says so once and takes Post away; the whole session is a choice', async () => {
    await onNote()
    await post()
    panel.press('w')
    await panel.see('Nothing was done since the last post.')
    expect(panel.text()).not.toContain('No completed step was recorded')
    expect(panel.text().split('Nothing was done since')).toHaveLength(2)
    expect(button('Post')?.disabled).toBe(true)
    button('Whole session')?.click()
    await waitFor(() => expect(exact()).toContain('Swapped the cable'))
    expect(button('Post')?.disabled).toBe(false)
  })
})

describe('why nothing can be posted', () => {
  it('is said no longer once somebody else is to read it', async () => {
    panel = mounted()
    await toFirstStep(panel)
    panel.press('d')
    ;(await panel.find('dialog textarea')).focus()
    panel.type('Reset the vault entry')
    panel.press('Enter')
    await waitFor(() => expect(panel.element.querySelector('dialog')).toBeNull())
    panel.press('w')
    await panel.see('What will be posted')
    panel.press('a')
    panel.press('Enter', { ctrlKey: true })
    const said = () => panel.element.querySelector('.rf-notice')?.textContent ?? ''
    await waitFor(() => expect(said()).toContain('The client may read nothing of this yet'))
    panel.press('a')
    panel.press('a')
    await waitFor(() => expect(exact()).toContain('Reset the vault entry'))
    expect(said()).toBe('')
  })
})
