import { fireEvent, waitFor } from '@testing-library/preact'
import { browserSurroundings } from '#shared/sync/browser-surroundings.ts'
import type { DurableStore } from '#shared/sync/live-session.ts'
import type { HostTicket } from '../host.ts'
import { mountPanel } from '../mount-panel.tsx'
import type { ApiDouble } from './api-double.ts'
import { type HostDouble, hostDouble } from './host-double.ts'

/** A panel in a test's page, driven the way a technician drives it. */
export interface Mounted {
  host: HostDouble
  element: HTMLElement
  text: () => string
  press: (key: string, init?: KeyboardEventInit) => void
  type: (text: string) => void
  see: (what: string | RegExp) => Promise<void>
  /** Waits until a selector finds something, and answers the last one found. */
  find: (selector: string) => Promise<HTMLElement>
  stop: () => void
}

export function mounted(
  ticket: HostTicket | null = { id: 1001, kind: 'service' },
  store?: DurableStore,
  api?: ApiDouble,
  prepare: (host: HostDouble) => void = () => undefined,
): Mounted {
  const element = document.createElement('div')
  document.body.append(element)
  const host = hostDouble(browserSurroundings(), ticket, store, api)
  prepare(host)
  const unmount = mountPanel(element, host)
  const text = () => element.textContent ?? ''
  return {
    host,
    element,
    text,
    press(key, init = {}) {
      const active = document.activeElement ?? document.body
      fireEvent.keyDown(active, { key, ...init })
      // A browser sends a form on Enter in one of its fields, and clicks the button that Enter is pressed on.
      if (key === 'Enter' && active instanceof HTMLInputElement && active.form) fireEvent.submit(active.form)
      if (key === 'Enter' && active instanceof HTMLButtonElement) fireEvent.click(active)
    },
    type(value) {
      const active = document.activeElement
      if (active instanceof HTMLInputElement || active instanceof HTMLTextAreaElement) {
        fireEvent.input(active, { target: { value } })
      }
    },
    see: (what) =>
      waitFor(() => {
        const found = typeof what === 'string' ? text().includes(what) : what.test(text())
        if (!found) throw new Error(`Not seen: ${what}. Instead: ${text()}`)
      }),
    find: (selector) =>
      waitFor(() => {
        const found = [...element.querySelectorAll(selector)].at(-1)
        if (!(found instanceof HTMLElement)) throw new Error(`Not found: ${selector}. Instead: ${text()}`)
        return found
      }),
    stop() {
      unmount()
      element.remove()
    },
  }
}
