// Notes what happens in this page on the computer's clock, in milliseconds: keys pressed, commands asked, and when what
// is watched changed and was drawn.
if (!window.bench) {
  const now = () => performance.timeOrigin + performance.now()
  const bench = (window.bench = { keys: [], calls: [], changes: [], watched: () => '', before: '', busy: now() })

  const look = () => {
    const found = String(bench.watched())
    if (found === bench.before) return
    bench.before = found
    const change = { at: now(), drawn: null }
    bench.changes.push(change)
    requestAnimationFrame(() => requestAnimationFrame(() => (change.drawn = bench.busy = now())))
  }
  new MutationObserver(look).observe(document, { subtree: true, childList: true, characterData: true, attributes: true })
  for (const happening of ['focusin', 'input']) addEventListener(happening, look)

  const modifiers = ['Alt', 'Control', 'Meta', 'Shift']
  const pressed = ({ key, timeStamp }) => {
    if (!modifiers.includes(key)) bench.keys.push({ key, at: performance.timeOrigin + timeStamp, heard: now() })
  }
  addEventListener('keydown', pressed, true)

  const ask = window.fetch
  window.fetch = async (address, request) => {
    const call = { command: decodeURIComponent(String(address)).split('/').at(-1), asked: now(), answered: null }
    bench.calls.push(call)
    const answer = await ask(address, request).finally(() => (call.answered = now()))
    call.answered = null
    // Because an answer has come only once it was read.
    for (const way of ['json', 'text', 'arrayBuffer']) {
      const read = answer[way].bind(answer)
      answer[way] = async () => {
        const value = await read()
        call.answered = bench.busy = now()
        return value
      }
    }
    return answer
  }

  bench.watch = (watched) => {
    bench.watched = watched
    bench.before = String(watched())
    bench.keys = []
    bench.calls = []
    bench.changes = []
  }
  // Because it is always the same work and touches nothing of the page, how long it takes tells of the machine alone.
  const fixedWork = () => {
    const begun = now()
    let word = 88675123
    for (let turn = 0; turn < 4e6; turn++) {
      word ^= word << 13
      word ^= word >>> 17
      word ^= word << 5
    }
    bench.word = word
    return now() - begun
  }

  // Because what a change sets off comes by events, it is over when nothing has been asked or drawn for a while.
  bench.settled = (quiet, done) => {
    look()
    const open = bench.calls.some(({ answered }) => answered === null) || bench.changes.some(({ drawn }) => drawn === null)
    if (!open && now() - bench.busy > quiet) done({ keys: bench.keys, calls: bench.calls, changes: bench.changes, work: fixedWork() })
    else setTimeout(() => bench.settled(quiet, done), 20)
  }
}
