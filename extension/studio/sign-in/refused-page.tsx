import { words } from '../words.ts'
import { Mark } from './mark.tsx'

/** A sign-in that the API does not let begin. */
export function RefusedPage({ why }: { why: string }) {
  return (
    <main>
      <Mark />
      <h1>{words.titleForExtension}</h1>
      <p role="alert" className="trouble">
        {why}
      </p>
    </main>
  )
}
