/** Where the table is: a text, or a file that lies in a folder of ours. */
export type TableOrder = { text: string } | { path: string }
