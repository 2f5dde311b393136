import path from 'node:path'
import { arrows, type Room, roomOf } from './rooms.ts'

const importPattern =
  /(?:^|[;\s])(?:import|export)\s+(?<type>type\s)?[^'";]*?\bfrom\s*['"](?<from>[^'"]+)['"]|\bimport\(\s*['"](?<lazy>[^'"]+)['"]\s*\)|(?:^|\n)import\s+['"](?<bare>[^'"]+)['"]/g

/** Imports that go where the plan has no arrow, each with what to do instead. */
export function checkArrows(files: readonly string[], read: (file: string) => string): string[] {
  return files.filter((file) => /\.tsx?$/.test(file)).flatMap((file) => checkFile(file, read(file)))
}

function checkFile(file: string, source: string): string[] {
  const room = roomOf(file)
  if (room === null) return []
  return [...source.matchAll(importPattern)].flatMap(({ groups }) => {
    const from = groups?.from ?? groups?.lazy ?? groups?.bare ?? ''
    const target = targetOf(file, from)
    const advice = adviceFor(room, file, target, groups?.type !== undefined)
    return advice === null ? [] : [`${file}: imports ${from}. ${advice}`]
  })
}

/** The imported file from the root, or a package's name. */
function targetOf(file: string, from: string): { file: string } | { package: string } {
  if (from.startsWith('#')) return { file: from.slice(1) }
  if (from.startsWith('.')) return { file: path.posix.join(path.posix.dirname(file), from) }
  return { package: from }
}

function adviceFor(
  room: Room,
  file: string,
  target: { file: string } | { package: string },
  isType: boolean,
): string | null {
  const isTest = /\.(test|contract|bench)\.tsx?$|\/testing\//.test(file)
  for (const arrow of arrows) {
    if (arrow.room !== room || (isTest && arrow.notTests)) continue
    if (arrow.from !== undefined && !arrow.from.test(file)) continue
    if (arrow.typesMay && isType) continue
    const isHit = 'file' in target ? arrow.files?.test(target.file) : arrow.packages?.test(target.package)
    if (isHit && !arrow.except?.test('file' in target ? target.file : target.package)) return arrow.advice
  }
  return null
}
