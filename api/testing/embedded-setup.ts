import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { PGlite } from '@electric-sql/pglite'
import type { TestProject } from 'vitest/node'
import { openPGlite } from '#api/db/open-embedded.ts'

/** Migrates one embedded database and keeps it as the template that each worker starts from. */
export async function setup(project: TestProject): Promise<() => Promise<void>> {
  const folder = await mkdtemp(path.join(tmpdir(), 'resolutionflow-'))
  const template = path.join(folder, 'template.tar')
  const engine = await PGlite.create()
  await openPGlite(engine)
  await writeFile(template, new Uint8Array(await (await engine.dumpDataDir('none')).arrayBuffer()))
  await engine.close()
  project.provide('embeddedTemplate', template)
  project.provide('server', null)
  return () => rm(folder, { recursive: true, force: true })
}
