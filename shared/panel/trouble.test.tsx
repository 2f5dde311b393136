import { waitFor } from '@testing-library/preact'
import { afterEach, describe, expect, it } from 'vitest'
import { ApiError } from '#shared/client.ts'
import { someOptions, someTicket } from './testing/demo-records.ts'
import { type Mounted, mounted } from './testing/mounted.ts'

let panel: Mounted
afterEach(() => panel.stop())

async function onFirstStep(): Promise<void> {
  panel = mounted()
  await panel.see('What fits this ticket')
  await panel.see('All flows')
  panel.press('Enter')
  await panel.see('Does Maria Lind get into webmail?')
  await panel.see('Step 1')
  await panel.see('Ready to work offline')
}

/** On a ticket that cannot be read; waits of seconds are short while `soon.on`. */
function unreadable() {
  const soon = { on: false }
  const online = new Set<() => void>()
  panel = mounted(undefined, undefined, undefined, (host) => {
    const { surroundings } = host
    const { after } = surroundings
    surroundings.after = (milliseconds, run) => after(soon.on && milliseconds > 3_000 ? 1 : milliseconds, run)
    surroundings.onOnline = (run) => {
      online.add(run)
      return () => online.delete(run)
    }
    host.api.overrides.getTicket = () => {
      throw new ApiError('ticket_system', 'ConnectWise is not answering.', { status: 502, request: 'req-7' })
    }
  })
  return { api: panel.host.api, soon, online }
}

describe('what can go wrong', () => {
  it('asks a person to sign in where silent sign-in is refused, and goes on', async () => {
    panel = mounted(undefined, undefined, undefined, (host) => {
      host.refuseSignIn = true
    })
    await panel.see('Sign in to go on')
    ;(await panel.find('button')).click()
    await panel.see('What fits this ticket')
  })

  it('asks which ticket where none is known', async () => {
    panel = mounted(null)
    await panel.see('Which ticket?')
    await panel.see('#1002')
    ;(await panel.find('.rf-card')).click()
    await panel.see('Quayside Dental')
  })

  it('says plainly why a ticket cannot be read, and names the request', async () => {
    panel = mounted(undefined, undefined, undefined, (host) => {
      host.api.overrides.getTicket = () => {
        throw new ApiError('ticket_system', 'ConnectWise is not answering.', {
          status: 502,
          request: 'req-7',
        })
      }
    })
    await panel.see('ConnectWise is not answering. When you ask for help, name req-7.')
  })

  it('does not claim that nothing fits where that could not be asked, and asks again', async () => {
    let away = true
    panel = mounted(undefined, undefined, undefined, (host) => {
      host.api.overrides.suggestFlows = () => {
        if (away) throw new ApiError('unavailable', 'Later.', { status: 503 })
        return { suggestions: [], nothingFits: true }
      }
    })
    await panel.see('could not be asked')
    expect(panel.text()).not.toContain('No flow fits')
    away = false
    ;[...panel.element.querySelectorAll('button')].find((one) => one.textContent === 'Try again')?.click()
    await panel.see('No flow fits')
    expect(panel.text()).not.toContain('could not be asked')
  })

  it('offers to read the ticket again, and does so by itself and when the network is back', async () => {
    const { api, soon, online } = unreadable()
    const seen = () => api.calls.getTicket ?? 0
    await panel.see('ConnectWise is not answering.')
    await panel.see('It is tried again by itself.')
    soon.on = true
    panel.host.turnTo({ id: 1002, kind: 'service' })
    await waitFor(() => expect(seen()).toBeGreaterThan(2))
    soon.on = false
    const before = seen()
    for (const run of online) run()
    await waitFor(() => expect(seen()).toBeGreaterThan(before))
    delete api.overrides.getTicket
    ;[...panel.element.querySelectorAll('button')].find((one) => one.textContent === 'Try again')?.click()
    await panel.see('What fits this ticket')
    expect(panel.text()).not.toContain('ConnectWise is not answering.')
    expect(panel.text()).not.toContain('tried again by itself')
  })

  it('says why work without a flow cannot start', async () => {
    const { api } = unreadable()
    await panel.see('ConnectWise is not answering.')
    api.overrides.startSession = () => {
      throw new ApiError('ticket_system', 'ConnectWise is not answering.', { status: 502, request: 'req-8' })
    }
    const start = [...panel.element.querySelectorAll('button')].find(
      (one) => one.textContent === 'Work without a flow',
    )
    start?.click()
    await panel.see('Not started. ConnectWise is not answering. When you ask for help, name req-8.')
  })

  it('shows a ticket of which a part is missing, names the part, and reads it again', async () => {
    let away = true
    panel = mounted(undefined, undefined, undefined, (host) => {
      host.api.overrides.getTicket = () => {
        const view = someTicket(1001)
        return away ? { ...view, missing: ['texts', 'contact'] } : view
      }
    })
    await panel.see('Not read just now: its notes, the contact.')
    await panel.see('What fits this ticket')
    away = false
    ;[...panel.element.querySelectorAll('button')].find((one) => one.textContent === 'Try again')?.click()
    await waitFor(() => expect(panel.text()).not.toContain('Not read just now'))
  })

  it('claims nothing about mails where ConnectWise’s choices are not known', async () => {
    await onFirstStep()
    panel.host.api.overrides.getPostOptions = () => {
      throw new ApiError('ticket_system', 'Away.', { status: 502 })
    }
    panel.press('1')
    await panel.see('Read the token state')
    panel.press('Escape')
    panel.press('w')
    await panel.see('What will be posted')
    panel.press('a')
    panel.press('Enter', { ctrlKey: true })
    await panel.see('Whom ConnectWise would mail is not known')
    expect(panel.text()).not.toContain('names nobody')
  })

  it('asks once more before a status that may mail, whoever reads the text', async () => {
    await onFirstStep()
    panel.press('1')
    await panel.see('Read the token state')
    panel.press('Escape')
    panel.host.api.overrides.getPostOptions = () => ({
      ...someOptions,
      statuses: [{ id: 77, name: 'Completed', closed: true, timeEntryAllowed: true, mayMail: true }],
    })
    panel.press('w')
    await panel.see('What will be posted')
    const select = await panel.find('.rf-more select')
    await waitFor(() => expect(select.textContent).toContain('Completed'))
    if (select instanceof HTMLSelectElement) select.selectedIndex = 1
    select.dispatchEvent(new Event('change'))
    panel.press('Enter', { ctrlKey: true })
    await panel.see('“Completed” may e-mail')
    expect(panel.host.api.calls.acceptPost).toBeUndefined()
  })

  it('says how much would be lost where storage is refused and the network is away', async () => {
    await onFirstStep()
    panel.host.api.offline = true
    panel.press('1')
    await panel.see('1 entry would be lost by closing this')
  })

  it('asks once more before the client may see a text, naming who may be mailed', async () => {
    await onFirstStep()
    panel.press('1')
    await panel.see('Read the token state')
    panel.press('Escape')
    panel.press('w')
    await panel.see('What will be posted')
    panel.press('a')
    panel.press('Enter', { ctrlKey: true })
    await panel.see('Maria Lind, Service desk list')
    expect(panel.host.api.calls.acceptPost).toBeUndefined()
    ;(await panel.find('dialog .rf-lead')).click()
    await panel.see(/Sending in/)
    expect([...panel.host.api.posts.values()][0]?.audience).toBe('discussion')
  })
})
