import type { DeskWords } from './vi.ts'

export const conflict: DeskWords['conflict'] = {
  title: 'Someone else changed this article',
  lead: (who, when) => `${who} saved a new version at ${when}, after you opened it.`,
  theirFields: (names) => `Changed there: ${names}.`,
  noneOfYours: 'None of it is what you are changing. Your text goes on top of the new version.',
  choose: 'Changed by both: choose which to keep',
  alone: (names) => `Changed by you alone, kept as it is: ${names}.`,
  theirs: (who) => `${who}'s version`,
  mine: 'Your version',
  empty: '(empty)',
  noBlock: '(this block was removed)',
  block: (n) => `Text, block ${n}`,
  order: 'Order of the blocks',
  changedBlock: 'differs from the other version',
  takeAll: 'Take all of theirs',
  keepMine: 'Keep all of mine',
  apply: 'Save what I chose',
  place: 'Put into the article',
  later: 'Back, without saving',
  kept: 'What is not chosen is not lost: your text is set aside on this device, theirs stays in the earlier revision.',
  reading: 'Loading the new version…',
}
