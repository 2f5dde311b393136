import type { RightCheck } from '#api/ports/psa.ts'

/** Prints each right with what to do about a missing one; whether all are there. */
export function reportRights(checks: readonly RightCheck[], print: (line: string) => void): boolean {
  for (const { right, ok, advice } of checks)
    print(ok ? `  ok       ${right}` : `  MISSING  ${right}\n           ${advice}`)
  return checks.every(({ ok }) => ok)
}
