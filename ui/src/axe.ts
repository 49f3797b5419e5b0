/** Asks axe-core about a piece or a screen, for tests. */
import axe from 'axe-core'

/** Returns what axe finds, each as `rule: element`; colours are left to the tests of the tokens, which jsdom cannot draw. */
export async function axeFindings(element: Element = document.body): Promise<string[]> {
  const { violations } = await axe.run(element, { rules: { 'color-contrast': { enabled: false }, region: { enabled: false } } })
  return violations.flatMap(({ id, nodes }) => nodes.map((node) => `${id}: ${node.html}`))
}
