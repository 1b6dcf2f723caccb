const wordsOfEach = (phrases: string[]): string[][] => phrases.map((phrase) => phrase.split(' '))

/** What titles begin with, folded. A part that somebody has in an event only (head of a delegation, of a bloc) is none. */
export const titleHeads = wordsOfEach([
  ...['bi thu', 'chu tich', 'giam doc', 'tong giam doc', 'chanh van phong', 'chanh thanh tra', 'chanh an', 'vien truong'].flatMap(both),
  ...['cuc truong', 'tong cuc truong', 'chi cuc truong', 'vu truong', 'truong ban', 'truong phong', 'hieu truong'].flatMap(both),
  ...['chi huy truong', 'tong bi thu', 'bo truong', 'thu truong'].flatMap(both),
])

function both(head: string): string[] {
  return [`pho ${head}`, head]
}

/** With these words behind it, a head is the part of an event. */
export const partsOfEvents = wordsOfEach(['to chuc', 'giam khao', 'chi dao', 'soan thao', 'van dong'])

/** What stands before a name and is no part of it. */
export const honorifics = new Set('ong ba anh chi dong gs pgs ts ths bs'.split(' '))

/** Before a title, with their marks: it was somebody's, or is no more than near him. */
export const otherTimes = new Set('nguyên cựu tân vợ chồng nhân'.split(' '))

/** Small words, with their marks, behind which somebody else is spoken of, or something is done. */
export const partings = new Set(
  'đã đang sẽ được bị cho với cùng là do tại đến trao tặng gặp thăm tiếp mời yêu đề phát nói thay rằng theo về khi sau trước biết dự chủ chỉ nhấn kết khẳng cảm chúc ký nêu gửi giao'.split(
    ' ',
  ),
)

/** With which small words a unit may begin behind a title; they do not tell one unit from another. */
export const placeWords = new Set('tinh huyen xa phuong thanh pho thi tran dac khu quan thuong truc trung uong'.split(' '))

/** Words that every other unit has, too. */
export const joiningWords = new Set(['va', 'cac', 'cua'])

/** Families of nearly everybody, folded: a title that such a name follows is that one's. */
export const families = new Set(
  'nguyen tran le pham hoang huynh phan vu vo dang bui do ho ngo duong ly dinh trinh dao doan mai ton truong lam phung ha cao luong luu ta chau to tong nghiem quach kieu thai giang bach thach trieu nong vi hua la tang chu y'.split(
    ' ',
  ),
)
