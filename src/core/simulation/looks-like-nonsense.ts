const glue = new Set(
  "a about after again all alone also always am an and any anything are as ask at away back be because been before being both but by can come could couple day did do does don't each ever every feel feeling feels for from get give go going good had happen happened happens hard has have he hear hello help her here hi him his home how i i'm if in into is it it's its just kind know last let let's life like little look love made make many matter maybe me mean meant more most much must my need never no not now of off ok okay on once one only or other our out over people please right said say see she should since so some something soon sorry sounds start still talk tell thank thanks that that's the their them then there these they thing things think this those time to today together told too try two understand up us very want was way we week well went were what when where which while who why will wish with wonder would yes you you're your yourself".split(
    ' ',
  ),
)

/** Whether a text is no talk at all: keys struck at random, or words with none of those that hold a sentence together. */
export const looksLikeNonsense = (text: string): boolean => {
  const words =
    text
      .toLowerCase()
      .replace(/[’‘]/g, "'")
      .match(/[\p{L}\p{N}']+/gu) ?? []
  if (words.length === 0) return text.trim() !== ''
  const unreadable = words.filter(
    word =>
      word.length > 3 &&
      (!/[aeiouyàâéèêîôûù]/.test(word) ||
        /[bcdfghjklmnpqrstvwxz]{5}/.test(word) ||
        /asdf|qwer|wert|sdfg|dfgh|zxcv|hjkl|uiop/.test(word)),
  )
  if (unreadable.length * 2 > words.length) return true
  if (words.length < 4) return false
  return words.filter(word => glue.has(word)).length < words.length * 0.2
}
