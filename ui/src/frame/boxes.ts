/** Saying before a paper leaves which of its characters no typeface has, and asking whether they may print as boxes. */
import { asFailure } from '$backend'
import { confirm } from '$shared'

/**
 * Makes a paper, and when characters would print as boxes says which and asks; returns nothing when the answer is to go back.
 *
 * `make` is called with false first, and with true once the person agreed to the boxes.
 */
export async function boxesTold<T>(make: (boxes_agreed: boolean) => Promise<T>): Promise<T | undefined> {
  try {
    return await make(false)
  } catch (thrown) {
    const { code, message, hint } = asFailure(thrown)
    if (code !== 'open_ends') throw thrown
    const agreed = await confirm({
      title: 'Not every character will print',
      words: [message, hint].flatMap((words) => (words ? [`${words}.`] : [])),
      action: 'Print boxes in their place',
      cancel: 'Go back',
    })
    return agreed ? make(true) : undefined
  }
}
