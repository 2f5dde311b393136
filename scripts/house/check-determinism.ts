import { roomOf } from './rooms.ts'

const pure = new Set(['shared', 'shared/contracts'])

/** What gives another answer the next time: the clock, chance, and whatever runs later. */
const changing: [RegExp, string][] = [
  [/\bDate\.now\b/, 'Date.now'],
  [/\bnew Date\(\s*\)|\bnew Date\b(?!\()/, 'new Date without a moment'],
  [/(?<!new )(?<![.\w])Date\(\s*\)/, 'Date() without a moment'],
  [/\bperformance\.now\b/, 'performance.now'],
  [/\bMath\.random\b/, 'Math.random'],
  [/\bcrypto\.\w/, 'crypto'],
  [/\b(?:setTimeout|setInterval|setImmediate|queueMicrotask|requestAnimationFrame)\b/, 'a timer'],
]

/** Pure rules that take the time or chance from their surroundings; their tests and generators may. */
export function checkDeterminism(files: readonly string[], read: (file: string) => string): string[] {
  return files.filter(isPure).flatMap((file) => {
    const code = withoutComments(read(file))
    return changing
      .filter(([pattern]) => pattern.test(code))
      .map(([, name]) => `${file}: uses ${name}. Pure rules take time, ids and chance as arguments.`)
  })
}

function isPure(file: string): boolean {
  const room = roomOf(file)
  return (
    room !== null && pure.has(room) && /\.tsx?$/.test(file) && !/\.(test|bench)\.tsx?$|\/testing\//.test(file)
  )
}

const withoutComments = (source: string) => source.replaceAll(/\/\*[\s\S]*?\*\/|(?<![:'"`])\/\/.*$/gm, '')
