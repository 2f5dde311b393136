import { expect, test } from '@playwright/test'
import { demoCredentials } from '#scripts/sandbox/connectwise/create-sandbox.ts'
import { servePage } from '#scripts/sandbox/connectwise/page/serve-page.ts'
import { serveSandbox } from '#scripts/sandbox/connectwise/serve-sandbox.ts'
import { startDemo } from './demo.ts'
import { podOn } from './pod.ts'
import { controlSandbox } from './sandbox-control.ts'

test('a text that was accepted arrives once though the API is killed before it sends', async ({ page }) => {
  const served = await serveSandbox({ port: 0, page: (worldOf) => servePage(worldOf) })
  const { company, publicKey, privateKey, clientId } = demoCredentials
  const credentials = [company, publicKey, privateKey, clientId].join(':')
  const demo = await startDemo({ url: served.url, credentials })
  try {
    await page.goto(`${served.url}/?member=mrivera&ticket=26251`)
    const pod = podOn(page, 26251)
    await pod.enter()
    await pod.withoutFlow('Reset the token')
    await pod.note()
    await pod.send()
    await demo.restart('SIGKILL')
    await expect(pod.post).toContainText('Sent', { timeout: 45_000 })
    expect(await controlSandbox(served.url).texts(26251, 'Reset the token')).toHaveLength(1)
  } finally {
    await demo.stop()
    await served.close()
  }
})
