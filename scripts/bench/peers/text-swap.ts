/**
 * The least a page can do about a click: put another text in place of one that is there. It stands in the pod's frame,
 * in the same ticket page, so that all around it is alike.
 */
export const textSwapPage = `<!doctype html>
<html lang="en">
  <head><meta charset="utf-8"><title>Text swap</title></head>
  <body>
    <article aria-current="step"><h2>Step 0</h2></article>
    <button type="button" class="rf-choice">Next</button>
    <script>
      let step = 0
      const title = document.querySelector('h2')
      document.querySelector('button').onclick = () => { title.textContent = 'Step ' + (step += 1) }
    </script>
  </body>
</html>`
