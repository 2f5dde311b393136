import { readFile } from 'node:fs/promises'
import path from 'node:path'
import { expect, test } from '@playwright/test'
import { drawIcon, iconSizes } from '../icons/draw-icon.ts'

const folder = path.resolve(import.meta.dirname, '../../extension/public/icon')

test.describe('the icons of the extension', () => {
  for (const size of iconSizes)
    test(`show the mark at ${size} pixels`, async ({ browser, page }) => {
      const [kept, drawn] = await Promise.all([
        readFile(path.join(folder, `${size}.png`)),
        drawIcon(browser, size),
      ])
      const differing = await page.evaluate(
        async (pictures) => {
          const [one, other] = await Promise.all(
            pictures.map(async (base64) => {
              const bitmap = await createImageBitmap(
                await (await fetch(`data:image/png;base64,${base64}`)).blob(),
              )
              const canvas = new OffscreenCanvas(bitmap.width, bitmap.height)
              const drawing = canvas.getContext('2d')
              drawing?.drawImage(bitmap, 0, 0)
              return drawing?.getImageData(0, 0, bitmap.width, bitmap.height).data ?? new Uint8ClampedArray()
            }),
          )
          if (!one || !other || one.length !== other.length) return 1
          const sum = one.reduce((total, value, at) => total + Math.abs(value - (other[at] ?? 0)), 0)
          return sum / (one.length * 255)
        },
        [kept.toString('base64'), drawn.toString('base64')],
      )
      // Edges are smoothed a little differently from one release of the browser to the next.
      expect(differing).toBeLessThan(0.03)
    })
})
