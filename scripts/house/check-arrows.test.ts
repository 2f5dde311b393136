import { describe, expect, it } from 'vitest'
import { checkArrows } from './check-arrows.ts'

const findings = (file: string, from: string) => checkArrows([file], () => `import { one } from '${from}'\n`)

describe('the arrows', () => {
  it.each([
    ['shared/panel/state/panel.ts', '../../../psa-pod/pod-host.ts'],
    ['psa-pod/pod-host.ts', '../extension/studio/sign-in/main.tsx'],
    ['extension/studio/sign-in/main.tsx', '../../../psa-pod/pod-host.ts'],
    ['api/app.ts', './adapters/connectwise/client.ts'],
    ['api/http/serve.ts', '#api/adapters/system/system-clock.ts'],
    ['api/features/posts/accept-post.ts', '../sessions/routes.ts'],
    ['api/features/posts/accept-post.ts', '#api/adapters/memory/memory-psa.ts'],
    ['shared/session/fold.ts', '#shared/sync/pause.ts'],
    ['shared/session/fold.ts', 'node:fs'],
    ['api/server.ts', '#scripts/demo/demo-routes.ts'],
  ])('none leads from %s to %s', (file, from) => {
    expect(findings(file, from)).toHaveLength(1)
  })

  it.each([
    ['psa-pod/pod-host.ts', '#shared/panel/state/panel.ts'],
    ['api/compose.ts', './adapters/connectwise/client.ts'],
    ['api/app.ts', './features/posts/routes.ts'],
    ['api/features/posts/accept-post.ts', '../sessions/append-events.ts'],
    ['scripts/demo/main.ts', '#api/adapters/system/system-clock.ts'],
  ])('one leads from %s to %s', (file, from) => {
    expect(findings(file, from)).toEqual([])
  })
})
