/** The SQL of a picture's JSON, for the id that `media` says; `$1` is the public origin. Null for a picture of which nothing is rendered. */
export const pictureJson = (media: string) => `(SELECT replace(m.picture, E'\\x7f', $1)::json FROM published.media m WHERE m.id = ${media})`
