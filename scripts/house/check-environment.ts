/** Where the environment is read, and its settings get their names; everything else is handed what it needs. */
const readers = new Set([
  'api/environment.ts',
  'scripts/check/environment.ts',
  'scripts/demo/environment.ts',
  'scripts/flow/environment.ts',
  'shared/testing/test-runs.ts',
])

/** A process started from here gets this one's environment, its search path or its npm, without a look at the rest. */
const handedOn = /\.\.\.process\.env\b(?![.[])|\bPATH: process\.env\.PATH\b|\bprocess\.env\.npm_execpath\b/g

/** What Vite itself reads from the environment while it bundles. */
const bundling = /process\.env\.NODE_ENV\b|\{ NODE_ENV \} = process\.env\b/g

/** Code that reads the environment elsewhere than in the files named for it. */
export function checkEnvironment(files: readonly string[], read: (file: string) => string): string[] {
  return files
    .filter((file) => /\.(tsx?|mjs)$/.test(file) && !readers.has(file) && !file.startsWith('scripts/house/'))
    .filter((file) => /\bprocess\.env\b/.test(read(file).replaceAll(handedOn, '').replaceAll(bundling, '')))
    .map((file) => `${file}: reads process.env. Let the program's environment.ts read and name the setting.`)
}

/** Settings that one of those files names and `.env.example` does not. */
export function checkSettings(read: (file: string) => string): string[] {
  const example = read('.env.example')
  return [...readers].flatMap((file) => {
    const names = new Set(read(file).match(/\b[A-Z][A-Z]+(?:_[A-Z]+)+\b|\bPORT\b/g) ?? [])
    return [...names]
      .filter((name) => !ofTheSystem.has(name) && !new RegExp(`\\b${name}\\b`).test(example))
      .map((name) => `${file}: ${name} is not in .env.example.`)
  })
}

const ofTheSystem = new Set(['SSH_CONNECTION', 'WAYLAND_DISPLAY'])
