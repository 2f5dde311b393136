import { describe, expect, it } from 'vitest'
import { checkEnvironment, checkSettings } from './check-environment.ts'

const findings = (texts: Record<string, string>) =>
  checkEnvironment(Object.keys(texts), (file) => texts[file] ?? '')

describe('the environment', () => {
  it('is read where that is the file’s purpose, and handed on anywhere', () => {
    expect(
      findings({
        'api/environment.ts': 'const url = process.env.DATABASE_URL',
        'scripts/e2e/demo.ts': 'const env = { ...process.env, CI: "true" }',
        'scripts/serve/start-process.ts': 'spawn(file, { env: { PATH: process.env.PATH, ...given } })',
      }),
    ).toEqual([])
  })

  it('is found where it is read elsewhere', () => {
    const found = findings({
      'api/migrate.ts': 'const url = process.env.DATABASE_MIGRATION_URL',
      'scripts/demo/main.ts': 'start(process.env)',
      'scripts/kill/main.ts': 'const { PORT } = process.env',
      'scripts/e2e/demo.ts': 'const env = { ...process.env }; use(process.env.HOME)',
    })
    expect(found.map((each) => each.split(':')[0])).toEqual([
      'api/migrate.ts',
      'scripts/demo/main.ts',
      'scripts/kill/main.ts',
      'scripts/e2e/demo.ts',
    ])
  })

  it('has every setting in the example', () => {
    const read = (file: string) =>
      file === '.env.example'
        ? 'PORT=1\n# DATABASE_URL='
        : file === 'api/environment.ts'
          ? 'PORT DATABASE_URL LOG_LEVEL'
          : ''
    expect(checkSettings(read)).toEqual(['api/environment.ts: LOG_LEVEL is not in .env.example.'])
  })
})
