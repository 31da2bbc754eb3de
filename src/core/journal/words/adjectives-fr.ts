/**
 * The French adjectives of the two words, each with one form for both genders: 256, one for each value of a byte.
 * Their order is part of the protocol, so it never changes.
 */
export const adjectivesFr: readonly string[] = `
  académique acajou acier acoustique admirable aéronautique agile agréable agricole aimable alpaga
  alpestre alphabétique ambre améthyste anis anthracite appréciable aquatique aromatique artistique
  astronomique atlantique aubépine audio authentique azur balnéaire balsamique baltique bambou
  baroque basalte beige bergamote béryl bio botanique brique bronze cachemire calcaire calme canari
  cannelle caramel carmin cassis céladon célèbre céleste champêtre chic chrome cinabre circulaire
  citrine classique climatique cobalt colza confortable corail cosmique cosmopolite crépusculaire
  cubique cuivre cumin curcuma curry cyan cyclable denim disco diurne dorique durable dynamique
  écarlate électrique émeraude épique épistolaire fantastique favorable féerique ferroviaire feutre
  folk folklorique formidable fuchsia futuriste galactique géographique géométrique giratoire
  granitique graphique grenat historique horticole idyllique illustre indigo insolite insulaire
  interstellaire italique ivoire jade jaune jazz lacustre lagon laiton lavande lazuli légendaire
  liège lilas limpide linéaire lisible littéraire logique lucide ludique lunaire luzerne lyrique
  madras magenta magique magnétique magnifique maïs malachite marine maritime matcha mauve mellifère
  mélodique mémorable menthe mérinos merisier métallique miel mobile moderne modeste modulaire
  mohair moka moutarde multicolore multiforme nacre nautique navigable noble nocturne nordique
  notable numérique ocre olympique onyx opale optique orange ordinaire osier outremer pacifique
  paisible palissandre panoramique paprika parme pastel perle philharmonique pistache pittoresque
  placide planétaire platine pliable poétique polychrome pomelo pop populaire porcelaine porphyre
  portuaire pourpre pratique prismatique raphia rare rectangulaire réglisse remarquable rétro
  robuste rotin rouge rubis rupestre rustique rythmique safran saphir sarcelle saumon scénique sépia
  séquoia sésame solaire solide sonore sorbier sphérique splendide stable stellaire sublime superbe
  sylvestre sympathique symphonique teck terrestre textile thermique tilleul titane topaze
  tourmaline tournesol tranquille triangulaire turquoise tweed unique utile vermillon vivace zinc
  zircon
`
  .trim()
  .split(/\s+/)
