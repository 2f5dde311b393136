import { expect, test } from '@playwright/test'
import { demoCredentials } from '#scripts/sandbox/connectwise/create-sandbox.ts'
import { servePage } from '#scripts/sandbox/connectwise/page/serve-page.ts'
import { serveSandbox } from '#scripts/sandbox/connectwise/serve-sandbox.ts'
import { startDemo } from './demo.ts'
import { walkAsNewcomer } from './newcomer.ts'
import { controlSandbox } from './sandbox-control.ts'

const ticket = 26251

test('by keyboard alone the text arrives once though Post is hit twice, the API is killed between accepting and sending, and ConnectWise takes the text and drops the connection', async ({
  page,
}) => {
  const served = await serveSandbox({ port: 0, page: (worldOf) => servePage(worldOf) })
  const { company, publicKey, privateKey, clientId } = demoCredentials
  const credentials = [company, publicKey, privateKey, clientId].join(':')
  const demo = await startDemo({ url: served.url, credentials })
  const sandbox = controlSandbox(served.url)
  try {
    const link = `${served.url}/?member=mrivera&ticket=${ticket}`
    const { pod } = await walkAsNewcomer(page, link, ticket)
    await sandbox.fault({ match: 'POST /service/tickets/*/notes', effect: { kind: 'reset-after' } })
    await page.keyboard.press('Enter')
    await page.keyboard.press('Enter')
    await expect(pod.post).toContainText('Sending in')
    await demo.restart('SIGKILL')
    await expect(pod.post).toContainText('Sent', { timeout: 60_000 })
    expect(await sandbox.texts(ticket, 'Outlook shows')).toHaveLength(1)
  } finally {
    await demo.stop()
    await served.close()
  }
})
