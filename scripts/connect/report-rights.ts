import type { RightCheck } from '#api/ports/psa.ts'

/**
 * Prints each right with what to do about a missing one. Answers whether all are there that every team needs: those for
 * one purpose alone may be missing.
 */
export function reportRights(checks: readonly RightCheck[], print: (line: string) => void): boolean {
  for (const check of checks) {
    print(`  ${markOf(check).padEnd(10)} ${check.right}`)
    if (check.advice !== '') print(`  ${' '.repeat(10)} ${neededFor(check)}${check.advice}`)
  }
  if (checks.some(({ tried }) => tried === 'refused write'))
    print(
      '\n  Writing was tried with notes, time and statuses that ConnectWise has to refuse for their content, so nothing\n' +
        '  was left behind. It named the content and not the right; the first real post is the last proof.',
    )
  return checks.every(({ ok, onlyFor }) => ok || onlyFor !== undefined)
}

function markOf({ ok, tried, onlyFor }: RightCheck): string {
  if (tried === 'not') return 'not tried'
  if (ok) return 'ok'
  return onlyFor === undefined ? 'MISSING' : 'without'
}

function neededFor({ ok, onlyFor }: RightCheck): string {
  return ok || onlyFor === undefined ? '' : `Needed for ${onlyFor} alone. `
}
