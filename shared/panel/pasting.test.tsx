import { fireEvent, waitFor } from '@testing-library/preact'
import { afterEach, describe, expect, it } from 'vitest'
import { type Mounted, mounted } from './testing/mounted.ts'
import { toFirstStep } from './testing/walk.ts'

let panel: Mounted
afterEach(() => panel.stop())

const secret = 'Winter2026!tr'
const held = () =>
  document.documentElement.outerHTML +
  [...document.querySelectorAll('textarea, input')]
    .map((field) => ('value' in field ? field.value : ''))
    .join()

async function pasted(text: string): Promise<void> {
  panel = mounted()
  await toFirstStep(panel)
  fireEvent.paste(document.body, { clipboardData: { getData: () => text } })
  await panel.find('dialog textarea')
}

describe('a pasted text with a secret', () => {
  it('is shown as it will be kept, in one line that says so, and leaves nothing behind', async () => {
    await pasted(`Host: PC-17\npassword: ${secret}\nstate: ok`)
    await panel.see('1 secret is replaced before it is kept. It will read:')
    const preview = await panel.find('dialog pre')
    expect(preview.textContent).toContain('password: [SECRET')
    expect(preview.textContent).not.toContain(secret)
    panel.press('Enter')
    await waitFor(() => expect(panel.element.querySelector('dialog')).toBeNull())
    expect(held()).not.toContain(secret)
  })

  it('takes the preview back once the secret is gone, and forgets it when closed', async () => {
    await pasted(`password: ${secret}`)
    await panel.find('dialog pre')
    const field = await panel.find('dialog textarea')
    fireEvent.input(field, { target: { value: 'all is well' } })
    await waitFor(() => expect(panel.element.querySelector('dialog pre')).toBeNull())
    fireEvent.input(field, { target: { value: `password: ${secret}` } })
    await panel.find('dialog pre')
    field.focus()
    panel.press('Escape')
    await waitFor(() => expect(panel.element.querySelector('dialog')).toBeNull())
    expect(held()).not.toContain(secret)
  })
})
