import { describe, expect, it } from 'vitest'
import { checkDocs } from './check-docs.ts'

const findings = (texts: Record<string, string>) => checkDocs(Object.keys(texts), (file) => texts[file] ?? '')

describe('what docs and comments cite', () => {
  it('is there: links from where they stand, names from the root', () => {
    const found = findings({
      'README.md': 'See [the rule](docs/decisions/001-notes.md) and [more](https://example.org/docs/x.md).',
      'docs/decisions/001-notes.md': 'As in [the readme](../../README.md), [decisions](./).',
      'shared/a.ts':
        '/** The rule is written down in docs/decisions/001-notes.md. */\nconst folder = "docs/none"',
    })
    expect(found).toEqual([])
  })

  it('is found where it is missing', () => {
    const found = findings({
      'README.md': 'See [the rule](docs/decisions/notes.md).',
      'shared/a.ts': '/**\n * Written down in docs/decisions/notes.md.\n */',
      'shared/b.ts': '  // As in docs/none.',
    })
    expect(found).toEqual([
      'README.md: links to docs/decisions/notes.md, which is not there.',
      'shared/a.ts: names docs/decisions/notes.md, which is not there.',
      'shared/b.ts: names docs/none, which is not there.',
    ])
  })
})
