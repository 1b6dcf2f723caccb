/** What a list that is sent whole takes away of what is there, and adds to it. What is sent twice is there once and added once. */
export function compareLists<K, W>(kept: K[], wanted: W[], isSame: (kept: K, wanted: W) => boolean): { gone: K[]; added: W[] } {
  const gone = [...kept]
  const added = wanted.filter((one) => {
    const at = gone.findIndex((other) => isSame(other, one))
    if (at >= 0) gone.splice(at, 1)
    return at < 0
  })
  return { gone, added }
}
