/** How many names or ids are asked for at once. Apart from the contract, which brings the library of schemas into whatever page asks. */
export const mostTitlesAsked = 100
