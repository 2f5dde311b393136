import { fireEvent, waitFor } from '@testing-library/preact'
import { afterEach, describe, expect, it } from 'vitest'
import { memoryStore } from '#shared/sync/memory-store.ts'
import { someTicket } from './testing/demo-records.ts'
import { type Mounted, mounted } from './testing/mounted.ts'

let panel: Mounted
afterEach(() => panel.stop())

const current = () => panel.element.querySelectorAll('[aria-current=step]')

async function onFirstStep(): Promise<void> {
  panel = mounted()
  await panel.see('What fits this ticket')
  await panel.see('All flows')
  panel.press('Enter')
  await panel.see('Does Maria Lind get into webmail?')
  await panel.see('Step 1')
  await panel.see('Ready to work offline')
}

describe('the panel', () => {
  it('takes a ticket to its posted note by keys alone, with one current step all the way', async () => {
    await onFirstStep()
    expect(current()).toHaveLength(1)
    panel.press('1')
    await panel.see('Read the token state')
    expect(current()).toHaveLength(1)
    await waitFor(() => expect(document.activeElement?.tagName).toBe('INPUT'))
    panel.type('NO')
    panel.press('Enter')
    await panel.see('Remove stale Office credentials')
    panel.press('Enter')
    await panel.see('Does Outlook stay connected?')
    panel.press('1')
    await panel.see('Outlook connects again')
    expect(current()).toHaveLength(1)
    panel.press('Enter')
    await panel.see('What will be posted')
    panel.press('Enter')
    await panel.see(/Sending in \d s/)
    panel.press('g')
    await panel.see('Sent In ticket #1001')
    expect(panel.host.api.posts.size).toBe(1)
    const [post] = [...panel.host.api.posts.values()]
    expect(post?.text).toContain('Webmail')
  })

  it('accepts a post once, however often Post is hit', async () => {
    await onFirstStep()
    panel.press('1')
    await panel.see('Read the token state')
    panel.press('Escape')
    panel.press('w')
    await panel.see('What will be posted')
    panel.press('Enter')
    panel.press('Enter')
    panel.press('Enter', { ctrlKey: true })
    await panel.see(/Sending in \d s/)
    expect(panel.host.api.posts.size).toBe(1)
    expect(panel.host.api.calls.acceptPost).toBe(1)
  })

  it('takes a post back, and the note is as it was', async () => {
    await onFirstStep()
    panel.press('1')
    await panel.see('Read the token state')
    panel.press('Escape')
    panel.press('w')
    await panel.see('What will be posted')
    panel.press('Enter')
    await panel.see(/Sending in \d s/)
    panel.press('u')
    await panel.see('Taken back')
    panel.press('w')
    await panel.see('Webmail: Yes, mail shows')
  })

  it('goes back, skips with one key for the reason, and parks in two', async () => {
    await onFirstStep()
    panel.press('1')
    await panel.see('Read the token state')
    panel.press('Escape')
    panel.press('Backspace')
    await panel.see('Does Maria Lind get into webmail?')
    panel.press('p')
    await panel.see('Park: waiting for what?')
    panel.press('1')
    await panel.see('Parked: Client')
    expect(current()).toHaveLength(1)
    panel.press('Enter')
    await waitFor(() => expect(panel.text()).not.toContain('Parked: Client'))
    panel.press('s')
    await panel.see('Skip this step: why?')
    panel.press('2')
    await panel.see('(no access)')
  })

  it('parks until a day, with words, and says so on the card and in the list', async () => {
    await onFirstStep()
    panel.press('p')
    const due = await panel.find('dialog input[type=datetime-local]')
    fireEvent.input(due, { target: { value: '2099-03-01T09:30' } })
    const said = await panel.find('dialog input[type=text]')
    said.focus()
    panel.type('Maria is back then')
    panel.press('1')
    expect(panel.text()).toContain('Park: waiting for what?')
    panel.press('Enter')
    await waitFor(() => expect(document.activeElement?.tagName).toBe('BUTTON'))
    panel.press('1')
    await panel.see('Parked: Client until 1 Mar 2099, 09:30')
    await panel.see('Maria is back then')
    expect(panel.text().match(/parked/gi)).toHaveLength(1)
    expect(panel.text().match(/Maria is back then/g)).toHaveLength(1)
    expect(panel.text()).toContain('2099')
    await waitFor(() =>
      expect([...panel.host.api.sessions.values()][0]?.log.at(-1)?.event).toMatchObject({
        type: 'parked',
        reason: 'waiting_client',
        words: 'Maria is back then',
      }),
    )
  })

  it('asks for words only where the reason is another', async () => {
    await onFirstStep()
    panel.press('n')
    await panel.see('Not relevant: why?')
    panel.press('5')
    await panel.see('In a few words')
    expect(panel.element.querySelector('dialog')).not.toBeNull()
  })

  it('lets no key act while something is being written or an input method is at work', async () => {
    await onFirstStep()
    panel.press('d')
    await panel.see('I did something else')
    const field = await panel.find('dialog textarea')
    field.focus()
    panel.press('1')
    panel.press('p')
    expect(panel.text()).toContain('I did something else')
    panel.press('Escape')
    await waitFor(() => expect(panel.element.querySelector('dialog')).toBeNull())
    panel.press('1', { isComposing: true })
    expect(panel.text()).toContain('Does Maria Lind get into webmail?')
  })

  it('can do without single keys', async () => {
    await onFirstStep()
    panel.press('k', { ctrlKey: true, altKey: true })
    panel.press('2')
    expect(panel.text()).toContain('Does Maria Lind get into webmail?')
    panel.press('k', { ctrlKey: true })
    await panel.find('[role=listbox]')
  })

  it('lists every command before anything is typed, and gives the focus back', async () => {
    await onFirstStep()
    const before = document.activeElement
    panel.press('k', { ctrlKey: true })
    const list = await panel.find('[role=listbox]')
    expect(list.children.length).toBeGreaterThan(30)
    panel.press('Escape')
    await waitFor(() => expect(panel.element.querySelector('dialog')).toBeNull())
    expect(document.activeElement).toBe(before)
  })

  it('replaces secrets in what is pasted before it is kept, and says how many', async () => {
    await onFirstStep()
    panel.press('r')
    const field = await panel.find('dialog textarea')
    field.focus()
    panel.type('user: maria\npassword: Winter2024!x')
    await panel.see('1 secret is replaced')
    ;(await panel.find('dialog input')).focus()
    panel.press('Enter')
    await waitFor(() => expect(panel.element.querySelector('dialog')).toBeNull())
    const session = [...panel.host.api.sessions.values()][0]
    await waitFor(() => expect(session?.log.length).toBe(1))
    expect(JSON.stringify(session?.log)).not.toContain('Winter2024')
  })
})

describe('another ticket', () => {
  it('shows nothing of the one before, whatever still arrives for it', async () => {
    let answer = (): void => undefined
    panel = mounted(undefined, undefined, undefined, (host) => {
      host.api.overrides.getTicket = ({ params }) =>
        Number(params?.id) === 1001
          ? new Promise((resolve) => {
              answer = () => resolve(someTicket(1001, 'A secret of the first company'))
            })
          : someTicket(1002, 'Printer offline')
    })
    await waitFor(() => expect(panel.host.api.calls.getTicket).toBe(1))
    panel.host.turnTo({ id: 1002, kind: 'service' })
    await panel.see('Printer offline')
    answer()
    await panel.see('Quayside Dental')
    expect(panel.text()).not.toContain('secret of the first')
    expect(panel.text()).not.toContain('#1001')
  })

  it('keeps each ticket’s session to itself', async () => {
    await onFirstStep()
    panel.press('1')
    await panel.see('Read the token state')
    panel.host.turnTo({ id: 1002, kind: 'service' })
    await panel.see('Quayside Dental')
    expect(panel.text()).not.toContain('token state')
    panel.host.turnTo({ id: 1001, kind: 'service' })
    await panel.see('Read the token state')
  })
})

describe('a panel that was closed', () => {
  it('goes on at the same step, offline too', async () => {
    const store = memoryStore()
    panel = mounted(undefined, store)
    await panel.see('What fits this ticket')
    await panel.see('All flows')
    panel.press('Enter')
    await panel.see('Does Maria Lind')
    panel.press('1')
    await panel.see('Read the token state')
    const { api } = panel.host
    await waitFor(() => expect([...api.sessions.values()][0]?.log.length).toBe(1))
    panel.stop()
    api.offline = true
    panel = mounted(undefined, store, api)
    await panel.see('Read the token state')
  })
})
