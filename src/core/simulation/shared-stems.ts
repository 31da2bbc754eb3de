const common = new Set(
  'about after again all also and any are because been before being but came come could did does doing done down each even ever every feel feels felt for from get gets getting goes going gone got had has have having hear her here him his how into its just keep kind know like look made make makes many mean more most much need never not now off often once one only other our out over own really right said same say says seem she should since some something sort still such take tell than that the their them then there these they thing things think this those though thought through time times told too try trying two use used very want wanted wants was way well went were what when where which while who why will with would yes yet you your yours yourself'.split(
    ' ',
  ),
)

/** The beginnings of the words that carry a text's matter: what two texts share shows that one took up the other. */
export const contentStems = (text: string): Set<string> =>
  new Set(
    (
      text
        .toLowerCase()
        .replace(/[’‘]/g, "'")
        .match(/[a-z']+/g) ?? []
    )
      .map(word => word.replace(/'\w*$/, ''))
      .filter(word => word.length > 3 && !common.has(word))
      .map(word => word.replace(/(?:ing|edly|ed|es|s|ly|ness)$/, '').slice(0, 6)),
  )

/** How many of these stems stand in a text too. */
export const sharedStems = (stems: ReadonlySet<string>, text: string): number => {
  let shared = 0
  for (const stem of contentStems(text)) if (stems.has(stem)) shared++
  return shared
}
