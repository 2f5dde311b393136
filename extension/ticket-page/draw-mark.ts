const svg = 'http://www.w3.org/2000/svg'

const parts: readonly [string, Record<string, string>][] = [
  [
    'path',
    {
      d: 'M12 3v4.2M12 7.2C12 12 5.5 9.5 5.5 14M12 7.2C12 12 18.5 9.5 18.5 14M5.5 14c0 3.5 4 3.8 6.5 6.5',
    },
  ],
  ['circle', { cx: '12', cy: '20.2', r: '1.9' }],
  ['circle', { cx: '18.5', cy: '15', r: '1.4' }],
]

/** Draws our mark element by element: no page has to allow markup from text for it. */
export function drawMark(page: Document): Element {
  const mark = page.createElementNS(svg, 'svg')
  mark.setAttribute('viewBox', '0 0 24 24')
  mark.setAttribute('aria-hidden', 'true')
  for (const [name, attributes] of parts) {
    const part = page.createElementNS(svg, name)
    for (const [attribute, value] of Object.entries(attributes)) part.setAttribute(attribute, value)
    mark.append(part)
  }
  return mark
}
