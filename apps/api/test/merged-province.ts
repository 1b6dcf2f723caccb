import { eq } from 'drizzle-orm'
import { v7 as uuidv7 } from 'uuid'
import { blocMembers, blocTerms } from '../src/db/schema/blocs.ts'
import { media } from '../src/db/schema/media.ts'
import { addDatedUnit, addPerson, addPost } from './dated-units.ts'
import { createPicture } from './factories.ts'
import type { TestApp } from './test-app.ts'

export interface MergedProvince {
  province: string
  /** What went on, with everything of `planning`. */
  successor: string
  /** The department that ended on that day. */
  planning: string
  /** A bloc of the two. */
  bloc: string
  /** The appointments of somebody who was there until that day and is here since. */
  holder: [there: string, here: string]
  /** Of that person. */
  photo: string
}

const day = '2025-07-01'
const [old, since] = [`(,${day})`, `[${day},)`]

/** A province that is called otherwise since 1 July 2025, on which day a department went into another one; and what 2099 will bring. */
export async function createMergedProvince(it: TestApp): Promise<MergedProvince> {
  const { db } = it.database
  const province = await addDatedUnit(db, {
    slug: 'tinh',
    kind: 'agency',
    names: [
      ['Tỉnh Cũ', old],
      ['Tỉnh Mới', `[${day},2099-01-01)`],
      ['Tỉnh Tương Lai', '[2099-01-01,)'],
    ],
  })
  const successor = await addDatedUnit(db, { slug: 'so-tai-chinh', names: [['Sở Tài chính', '(,)']], parents: [[province, '(,)']] })
  const planning = await addDatedUnit(db, {
    slug: 'so-ke-hoach',
    names: [['Sở Kế hoạch', old]],
    parents: [[province, old]],
    closed: { on: day, in: [successor] },
  })
  const moved = await addDatedUnit(db, {
    slug: 'phong-ngan-sach',
    names: [['Phòng Ngân sách', '(,)']],
    parents: [
      [planning, old],
      [successor, since],
    ],
  })
  await addDatedUnit(db, { slug: 'trung-tam-moi', names: [['Trung tâm Mới', '[2099-01-01,)']], parents: [[moved, '[2099-01-01,)']] })
  const bloc = await addDatedUnit(db, { slug: 'khoi', kind: 'bloc', names: [['Khối', '(,)']] })
  const membership = { blocId: bloc, unitId: planning, period: old }
  await db.insert(blocMembers).values([
    { id: uuidv7(), ...membership },
    { id: uuidv7(), ...membership, unitId: successor, period: '(,)' },
  ])
  await db.insert(blocTerms).values([
    { id: uuidv7(), blocId: bloc, year: 2024, unitId: planning, role: 'head', status: 'decided', decisionNo: '1/QĐ' },
    { id: uuidv7(), blocId: bloc, year: 2024, unitId: successor, role: 'deputy', status: 'decided' },
    { id: uuidv7(), blocId: bloc, year: 2025, unitId: successor, role: 'head', status: 'proposed' },
  ])
  const [director, deputy] = [await addPost(db, planning, 'Giám đốc'), await addPost(db, successor, 'Phó Giám đốc')]
  const photo = (await createPicture(it)).id
  await db.update(media).set({ public: true }).where(eq(media.id, photo))
  const holder = await addPerson(
    db,
    { slug: 'nguyen-van-a', fullName: 'Nguyễn Văn A', photoMediaId: photo },
    { postId: director, period: `[2020-01-01,${day})` },
    { postId: deputy, period: since, kind: 'acting' },
  )
  await addPerson(db, { slug: 'tran-thi-b', fullName: 'Trần Thị B' }, { postId: deputy, period: '[2099-01-01,)' })
  const [there = '', here = ''] = holder
  return { province, successor, planning, bloc, holder: [there, here], photo }
}
