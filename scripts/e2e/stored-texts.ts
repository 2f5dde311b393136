/** Every text that the page keeps in the browser, as one. Runs in the page. */
export async function storedTexts(): Promise<string> {
  const texts = [JSON.stringify(localStorage), JSON.stringify(sessionStorage)]
  for (const { name } of await indexedDB.databases()) {
    const database = await new Promise<IDBDatabase>((resolve, reject) => {
      const opening = indexedDB.open(name ?? '')
      opening.onsuccess = () => resolve(opening.result)
      opening.onerror = () => reject(opening.error)
    })
    for (const table of database.objectStoreNames) {
      const all = database.transaction(table).objectStore(table).getAll()
      await new Promise((resolve) => {
        all.onsuccess = resolve
      })
      texts.push(JSON.stringify(all.result))
    }
    database.close()
  }
  return texts.join('\n')
}
