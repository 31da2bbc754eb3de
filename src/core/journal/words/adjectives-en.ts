/**
 * The English adjectives of the two words: 256, one for each value of a byte.
 * Their order is part of the protocol, so it never changes.
 */
export const adjectivesEn: readonly string[] = `
  acoustic alpine amber apricot aqua atlantic auburn autumn azure baltic bamboo beige blueberry
  botanic braided breezy bright brisk bronze calm canvas cardamom carved cashmere cedar central
  ceramic cheerful chirpy cinnamon circular citrus civic classic clear clement cloudy coastal cobalt
  copper coral cordial corduroy cornflower cosmic cotton cranberry crimson crisp cyan dappled
  daytime denim dotted dynamic earthen eastern electric elegant emerald enamel evening fabled
  feathery festive flannel floral fluent folded friendly garden gentle geometric gingham glad
  gleaming global graceful gracious grand granite grassy green harvest hazel herbal hexagonal
  highland hilly indigo indoor inland ivory jaunty jolly jovial joyful juniper khaki knitted
  lakeside leafy level lilac lime linen literary lively local logical lucid lunar lyrical magenta
  magic magnetic mahogany maple marble marine mauve melodic midday mild mineral misty modern moonlit
  morning mosaic mossy mountain mulberry musical muslin mustard natural nautical navy neat neutral
  nimble noble nordic northern notable oatmeal ocean ochre olive onyx opal ordinary outdoor pacific
  painted panoramic paper paprika pastel patterned peaceful pearly pebbled peppermint picturesque
  pistachio pleasant plum poetic poplin popular porcelain practical primrose purple quaint quartz
  quiet quilted radiant rattan restful rhythmic river robust rosy rural russet rustic saffron sage
  salmon sandy sapphire scenic seaside seasonal sepia serene shiny silver snowy solar solid sonic
  sparkling speckled spiral splendid spring square stable starry steady stellar sturdy subtle summer
  sunlit sunny superb symmetric symphonic tangerine tartan tawny teal terracotta thankful thatched
  tidal timber topaz tranquil triangular tropical tuneful turquoise tweed twilight ultramarine
  unique upland urban verdant vivid welcome western whimsical wicker winter wondrous woodland woven
  zigzag
`
  .trim()
  .split(/\s+/)
