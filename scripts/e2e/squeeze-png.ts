import { crc32, deflateSync, inflateSync } from 'node:zlib'

const signatureLength = 8
const bytesOfColour: Record<number, number> = { 2: 3, 6: 4 }

/**
 * The same picture, smaller: screens full of plain areas pack best without PNG's filters, which browsers use. Takes
 * pictures of 8 bits a channel, in colour, with or without transparency.
 */
export function squeezePng(png: Buffer): Buffer {
  const pixels: Buffer[] = []
  let header: Buffer | undefined
  for (let at = signatureLength; at < png.length; ) {
    const length = png.readUInt32BE(at)
    const type = png.toString('latin1', at + 4, at + 8)
    const body = png.subarray(at + 8, at + 8 + length)
    if (type === 'IDAT') pixels.push(body)
    if (type === 'IHDR') header = body
    at += length + 12
  }
  const step = bytesOfColour[header?.[9] ?? -1]
  if (header === undefined || step === undefined) throw new Error('This is no PNG in colour.')
  const rows = unfiltered(inflateSync(Buffer.concat(pixels)), header.readUInt32BE(0) * step, step)
  return Buffer.concat([
    png.subarray(0, signatureLength),
    chunk('IHDR', header),
    chunk('IDAT', deflateSync(rows, { level: 9, memLevel: 9 })),
    chunk('IEND', Buffer.alloc(0)),
  ])
}

/** Rows as they are, each after its filter byte 0; `width` and `step` (one pixel) in bytes. */
function unfiltered(rows: Buffer, width: number, step: number): Buffer {
  const plain = Buffer.alloc(rows.length)
  for (let start = 0; start < rows.length; start += width + 1) {
    const filter = rows[start]
    for (let at = start + 1; at <= start + width; at += 1) {
      const left = at - step > start ? (plain[at - step] ?? 0) : 0
      const above = plain[at - width - 1] ?? 0
      const corner = at - step > start ? (plain[at - width - 1 - step] ?? 0) : 0
      plain[at] = (rows[at] ?? 0) + predicted(filter, left, above, corner)
    }
  }
  return plain
}

function predicted(filter: number | undefined, left: number, above: number, corner: number): number {
  if (filter === 1) return left
  if (filter === 2) return above
  if (filter === 3) return (left + above) >> 1
  if (filter !== 4) return 0
  const guess = left + above - corner
  const [byLeft, byAbove, byCorner] = [left, above, corner].map((near) => Math.abs(guess - near))
  if (byLeft === undefined || byAbove === undefined || byCorner === undefined) return 0
  if (byLeft <= byAbove && byLeft <= byCorner) return left
  return byAbove <= byCorner ? above : corner
}

function chunk(type: string, body: Buffer): Buffer {
  const named = Buffer.concat([Buffer.from(type, 'latin1'), body])
  const frame = Buffer.alloc(8)
  frame.writeUInt32BE(body.length, 0)
  frame.writeUInt32BE(crc32(named), 4)
  return Buffer.concat([frame.subarray(0, 4), named, frame.subarray(4)])
}
