/**
 * The English nouns of the two words: 256, one for each value of a byte.
 * Their order is part of the protocol, so it never changes.
 */
export const nounsEn: readonly string[] = `
  abacus acorn album alcove almanac alphabet anthem apple apron aquarium arcade archway artwork
  atlas attic avenue awning badge bakery balcony ballad banjo banner barley barn bassoon beacon
  bench birch bluebell boat bonfire book bookcase boulder bracelet bread breeze brick bridge
  broccoli butterfly cabin calendar camera candle canoe caravan cardigan carousel castle cello chair
  chapter chime chimney circle clarinet cloud clover coaster comet compass concert courtyard crayon
  cricket crocus cupboard daffodil dandelion delta desk dome door dragonfly drum dune easel echo
  envelope fabric fern field finch firefly folder forest freesia galaxy gallery garland gate gazebo
  globe gondola granola grove guitar hamlet hammock hedge hill horizon house island jacket jigsaw
  kayak kettle keyboard kiosk kitchen kite ladder ladle lagoon lake lamp lantern lattice leaf lentil
  lettuce library lighthouse lobby loom magnet magnolia mandolin mango map marigold market meadow
  meteor mitten monument mural museum napkin notebook nutmeg oak oasis oboe opera orchard orchestra
  oregano owl painting parasol parcel park parsley path patio pavilion pebble penguin petunia piano
  picnic pinecone pinwheel planet plaza pocket poem pond porch porridge postcard poster prairie
  puffin pulley puzzle quilt quince radio raft railway recipe reef ribbon roof rowboat ruler salad
  sandal sapling satchel saucer scarf school scooter seagull shelf signpost sketch sky sofa sonata
  sonnet soup sparrow spinach spool stage staircase star starling station stencil stove street
  sundial sunflower swan table tambourine tapestry teapot telescope tent terrace thimble ticket tile
  trail tram treehouse trellis tuba tulip ukulele umbrella valley veranda viaduct village violin
  wagon waltz wardrobe wheel willow windmill window workshop wren zebra zither
`
  .trim()
  .split(/\s+/)
