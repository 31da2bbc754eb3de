/** French with the spaces before its high punctuation, and inside its quotation marks, made unbreakable. */
export const frenchSpacing = (text: string): string =>
  text.replace(/ (?=[:;?!»])/g, '\u00a0').replace(/« /g, '«\u00a0')
