import type { Figure } from '../measure/figure.ts'
import { rounds } from '../measure/interleave.ts'

/** What one benchmark came to. */
export interface Result {
  name: string
  title: string
  figures: Figure[]
}

/** For the terminal. */
export function toText({ name, title, figures }: Result): string {
  const lines = figures.map(({ what, measured, bound, holds }) => {
    const verdict = holds ? '' : '  DOES NOT HOLD'
    return `  ${what}: ${measured}${bound === null ? '' : `  [${bound}]`}${verdict}`
  })
  return `\n== ${title} (${name})\n${lines.join('\n')}`
}

/** For docs/benchmarks.md: figures of one run, and how to repeat it. */
export function toMarkdown(results: Result[]): string {
  return `# Benchmarks

Repeat them with \`npm run bench\`; \`npm run bench -- append rules\` runs some, \`npm run bench -- --write\` writes this file.
Chromium is needed, nothing else: PostgreSQL, ConnectWise sandbox and peers are started and stopped by the run.

What is compared is measured in turn, A B A B, in the same run on the same machine, at least seven times (most of it
${rounds} times). A ratio is the median of the rounds' ratios, with the lower and upper quartile behind it. The run fails on
ratios and sizes alone; times and rates depend on the machine and are printed to give an idea. Sizes are in kB of 1,000 bytes.

The figures below are of one run on a shared machine with two cores.
${results.map(table).join('')}`
}

function table({ title, figures }: Result): string {
  const rows = figures.map(
    ({ what, measured, bound }) => `| ${cell(what)} | ${cell(measured)} | ${cell(bound ?? '')} |`,
  )
  return `\n## ${title}\n\n| | measured | bound |\n|---|---|---|\n${rows.join('\n')}\n`
}

const cell = (text: string) => text.replaceAll('|', '\\|').replaceAll('\n', ' ')
