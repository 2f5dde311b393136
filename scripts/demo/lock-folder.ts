import { linkSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'

const file = 'lock'
const tries = 100
const pauseMs = 20

/**
 * Takes a folder for this process alone and returns what lets it go. A lock whose process is gone is taken over.
 * Throws, naming the folder and the process, where another one holds it.
 */
export function lockFolder(folder: string): () => void {
  const lock = path.join(folder, file)
  const holder = claim(lock)
  if (holder !== null)
    throw new Error(
      `The data folder ${folder} is in use by process ${holder}. Stop that one first (Ctrl-C in its window), ` +
        'or name another: RESOLUTIONFLOW_DATA=.data-2',
    )
  return () => rmSync(lock, { force: true })
}

/** Takes a lock file; null, or the running process that has it. */
function claim(lock: string): number | null {
  let holder = 0
  for (let left = tries; left > 0; left--) {
    if (linkOwn(lock)) return null
    const found = holderOf(lock)
    if (found === null) continue
    holder = found
    if (isRunning(holder)) return holder
    // Only whoever holds this second lock removes the first, and looks again before: it may be a living one's by now,
    // or gone, and then the next to make it must keep it.
    const takeover = `${lock}-takeover`
    if (claim(takeover) === null) {
      const stillThere = holderOf(lock)
      if (stillThere !== null && !isRunning(stillThere)) rmSync(lock, { force: true })
      rmSync(takeover, { force: true })
    } else Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, pauseMs)
  }
  return holder
}

/** Makes the lock file, the process id in it from its first moment on; false where there is one already. */
function linkOwn(lock: string): boolean {
  const own = `${lock}-${process.pid}`
  writeFileSync(own, String(process.pid))
  try {
    linkSync(own, lock)
    return true
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'EEXIST') return false
    throw error
  } finally {
    rmSync(own, { force: true })
  }
}

/** Which process a lock file names; null where there is no such file any more. */
function holderOf(lock: string): number | null {
  try {
    return Number(readFileSync(lock, 'utf8'))
  } catch {
    return null
  }
}

// This process's own id in a lock is that of an earlier one: in a container each start may get the same.
function isRunning(pid: number): boolean {
  if (!Number.isInteger(pid) || pid <= 0 || pid === process.pid) return false
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM'
  }
}
