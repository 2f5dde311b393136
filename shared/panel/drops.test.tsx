import { fireEvent, waitFor } from '@testing-library/preact'
import { afterEach, describe, expect, it } from 'vitest'
import { type Mounted, mounted } from './testing/mounted.ts'
import { toFirstStep } from './testing/walk.ts'

let panel: Mounted
afterEach(() => panel.stop())

function paste(text: string): void {
  fireEvent.paste(document.body, { clipboardData: { getData: () => text } })
}

function drop(file: Blob, name: string): void {
  const named = Object.assign(file, { name })
  const event = new Event('drop', { bubbles: true })
  document.body.dispatchEvent(Object.assign(event, { dataTransfer: { getData: () => '', files: [named] } }))
}

async function onFirstStep(): Promise<void> {
  panel = mounted()
  await toFirstStep(panel)
}

describe('what is pasted or dropped', () => {
  it('is not lost in silence where nothing can be kept', async () => {
    panel = mounted()
    await panel.see('All flows')
    paste('some output')
    await panel.see('Start a flow or work without one first')
  })

  it('says so where a dialog is open', async () => {
    await onFirstStep()
    panel.press('d')
    await panel.find('dialog textarea')
    paste('some output')
    await panel.see('Finish or close what is open first')
  })

  it('goes with the step that was shown, though the flow moves on meanwhile', async () => {
    await onFirstStep()
    paste('some output')
    await panel.see('Goes with “Webmail')
    const [session] = [...panel.host.api.sessions.values()]
    if (!session) throw new Error('No session.')
    panel.host.api.append(session.header.id, [
      {
        id: crypto.randomUUID(),
        v: 1,
        at: new Date().toISOString(),
        by: session.header.startedBy,
        type: 'answered',
        step: ['outlook@3:web'],
        choice: 'yes',
      },
    ])
    ;(await panel.find('dialog input')).focus()
    panel.press('Enter')
    await waitFor(() => expect(session.log.at(-1)?.event.type).toBe('evidence'))
    expect(session.log.at(-1)?.event).toMatchObject({ step: ['outlook@3:web'] })
  })

  it('says that it was cut for as long as that is asked about, and no longer', async () => {
    await onFirstStep()
    drop(new Blob(['line of a log\n'.repeat(15_000)]), 'large.log')
    await panel.see('Only the first 200,000 characters are kept.')
    ;(await panel.find('dialog input')).focus()
    panel.press('Escape')
    await waitFor(() => expect(panel.element.querySelector('dialog')).toBeNull())
    expect(panel.text()).not.toContain('Only the first')
  })

  it('says that it was cut though less is left of it than is kept at most', async () => {
    await onFirstStep()
    drop(new Blob([`${'€'.repeat(49)}\0`.repeat(5_000)]), 'large.log')
    await panel.see('Only the first 200,000 characters are kept.')
  })

  it('is refused by name where it is no text', async () => {
    await onFirstStep()
    drop(new Blob([new Uint8Array([0x50, 0x4b, 3, 4, 0, 0, 0, 0, 0, 0, 8, 0])]), 'screen.zip')
    await panel.see('screen.zip is not text')
    expect(panel.element.querySelector('dialog')).toBeNull()
  })
})
