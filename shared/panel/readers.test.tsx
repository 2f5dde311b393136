import { waitFor } from '@testing-library/preact'
import { afterEach, describe, expect, it } from 'vitest'
import { type Mounted, mounted } from './testing/mounted.ts'
import { toFirstStep } from './testing/walk.ts'

let panel: Mounted
afterEach(() => panel.stop())

/** One act in words of the technician's, and the note of it for the client. */
async function onNoteForClient(act: string, client = false): Promise<void> {
  panel = mounted()
  await toFirstStep(panel)
  panel.press('d')
  ;(await panel.find('dialog textarea')).focus()
  panel.type(act)
  if (client) panel.press('l', { altKey: true, code: 'KeyL' })
  panel.press('Enter')
  await waitFor(() => expect(panel.element.querySelector('dialog')).toBeNull())
  panel.press('Escape')
  panel.press('w')
  await panel.see('What will be posted')
  panel.press('a')
}

const text = () => panel.element.querySelector('.rf-exact pre')?.textContent ?? ''
const stored = () => [...panel.host.api.sessions.values()][0]?.log.map(({ event }) => event) ?? []

describe('a post that no person asked for', () => {
  it('is not sent, and says what to do; a person’s key sends it', async () => {
    await onNoteForClient('Swapped the cable')
    panel.press('a')
    panel.press('a')
    panel.host.isByPerson = () => false
    panel.host.surroundings.now = () => Date.now() + 5_000
    panel.press('Enter', { ctrlKey: true })
    await panel.see('press Post once more')
    expect(panel.host.api.calls.acceptPost).toBeUndefined()
    panel.host.isByPerson = () => true
    panel.press('Enter', { ctrlKey: true })
    await waitFor(() => expect(panel.host.api.calls.acceptPost).toBe(1))
  })
})

describe('what the technician wrote', () => {
  it('stays internal, and the note says so before anything is posted', async () => {
    await onNoteForClient('Asked the owner')
    await panel.see('The client may read nothing of this yet')
    await panel.see('1 line stays internal')
    panel.press('Enter', { ctrlKey: true })
    expect(panel.host.api.calls.acceptPost).toBeUndefined()
  })

  it('is let through line by line with one key, and taken back the same way', async () => {
    await onNoteForClient('Asked the owner')
    const box = await panel.find('.rf-client[aria-label*="Asked the owner"]')
    box.focus()
    panel.press('l')
    await waitFor(() => expect(text()).toContain('Asked the owner'))
    await waitFor(() => expect(stored().at(-1)).toMatchObject({ type: 'line_shown', client: true }))
    panel.press('h')
    ;(await panel.find('.rf-client[aria-label*="Asked the owner"]')).focus()
    panel.press('l')
    await panel.see('The client may read nothing of this yet')
  })

  it('is for the client where that was said while writing', async () => {
    await onNoteForClient('Swapped the cable', true)
    await waitFor(() => expect(text()).toContain('Swapped the cable'))
    await waitFor(() => expect(stored()[0]).toMatchObject({ type: 'acted', client: true }))
  })

  it('is kept out of sight in a note for the client until it is asked for', async () => {
    await onNoteForClient('Swapped the cable', true)
    panel.press('i')
    panel.type('Bill this')
    panel.press('Enter')
    await panel.see('1 line stays internal')
    expect(panel.element.querySelector('[aria-label*="Bill this"]')).toBeNull()
    panel.press('Escape')
    panel.press('h')
    const line = (await panel.find('[aria-label*="Bill this"]')).closest('li')
    expect(line?.textContent).toContain('internal only')
    expect(line?.className).toBe('rf-internal')
    expect(text()).not.toContain('Bill this')
  })

  it('says where a resolution would not tell how it ended, also when it is confirmed', async () => {
    await onNoteForClient('Swapped the cable', true)
    panel.press('a')
    await panel.see('does not say how it ended')
    panel.press('Enter', { ctrlKey: true })
    await panel.find('dialog .rf-risk')
    expect(panel.element.querySelector('dialog')?.textContent).toContain('does not say how it ended')
  })
})
