import { test as base, type Page } from '@playwright/test'
import { type Demo, startDemo } from './demo.ts'
import { type Pod, podOn } from './pod.ts'
import { controlSandbox, type NewTicket, type SandboxControl } from './sandbox-control.ts'

interface WorkerFixtures {
  demo: Demo
}

interface Fixtures {
  /** Opens a ticket in the sandbox's own page, a new one unless its number is given; its pod has the keyboard. */
  openTicket: (ticket?: number | NewTicket, as?: { page?: Page; member?: string }) => Promise<Pod>
  /** Opens the panel as a page of its own on a ticket and signs in there. */
  openPage: (ticket: number, page?: Page) => Promise<Pod>
  sandbox: SandboxControl
}

/** Tests with one demo per worker; each works on a ticket of its own. */
export const test = base.extend<Fixtures, WorkerFixtures>({
  demo: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright reads from this pattern which fixtures this one needs.
    async ({}, use) => {
      const demo = await startDemo()
      await use(demo)
      await demo.stop()
    },
    { scope: 'worker', timeout: 120_000 },
  ],
  openTicket: async ({ page, demo, sandbox }, use) => {
    await use(async (wanted, { page: own = page, member = 'mrivera' } = {}) => {
      const ticket = typeof wanted === 'number' ? wanted : await sandbox.newTicket(wanted)
      await own.goto(`${demo.sandbox}/?member=${member}&ticket=${ticket}`)
      const pod = podOn(own, ticket)
      await pod.enter()
      return pod
    })
  },
  openPage: async ({ page, demo }, use) => {
    await use(async (ticket, own = page) => {
      await own.goto(`${demo.api}/t/${ticket}`)
      const pod = podOn(own, ticket, own)
      await signInByHand(pod)
      await pod.enter()
      return pod
    })
  },
  sandbox: async ({ demo }, use) => {
    await use(controlSandbox(demo.sandbox))
  },
})

/** Signs in through the window that the panel opens, as the demo's Maria Rivera. */
export async function signInByHand({ frame, page }: Pod): Promise<void> {
  const popup = page.context().waitForEvent('page')
  await frame.getByRole('button', { name: 'Sign in' }).click()
  await (await popup).getByRole('button', { name: /Maria Rivera/ }).click()
}

export const expect = test.expect
