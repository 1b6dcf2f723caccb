import { type SubjectKey, subjects } from './corpus.ts'
import type { JudgedQuery } from './query.ts'

/** What stories have to do with a subject. */
const inStories: Partial<Record<SubjectKey, Record<string, number>>> = {
  emulation: { emulationLaw: 3 },
}

/** Every subject by its name. */
const named = (Object.keys(subjects) as SubjectKey[]).map(
  (subject): JudgedQuery => ({ q: subjects[subject].name, group: 'subject', subject, grades: inStories[subject] ?? {} }),
)

const narrowed: JudgedQuery[] = [
  { q: 'cải cách hành chính huyện Tân Lạc', group: 'narrowed', subject: 'reform', place: 'huyện Tân Lạc' },
  { q: 'chuyển đổi số xã Hòa Sơn', group: 'narrowed', subject: 'digital', place: 'xã Hòa Sơn' },
  { q: 'chuyển đổi số Hoà Sơn', group: 'narrowed', subject: 'digital', place: 'xã Hòa Sơn' },
  { q: 'bầu cử Ea Lâm', group: 'narrowed', subject: 'election', place: 'xã Ea Lâm' },
  { q: 'mưa lũ huyện Đồng Xoan', group: 'narrowed', subject: 'flood', place: 'huyện Đồng Xoan' },
  { q: 'hợp tác xã xã Bàu Sen', group: 'narrowed', subject: 'cooperative', place: 'xã Bàu Sen' },
  { q: 'Thạnh Mỹ hiến máu', group: 'narrowed', subject: 'blood', place: 'thị xã Thạnh Mỹ' },
  { q: 'đoàn thanh niên phường An Bình', group: 'narrowed', subject: 'youth', place: 'phường An Bình' },
  { q: 'phong trào thi đua năm 2021', group: 'narrowed', subject: 'emulation', year: 2021 },
  { q: 'ngày hội chuyển đổi số 2020', group: 'narrowed', subject: 'digital', year: 2020 },
  { q: 'diễn tập mưa lũ 2022', group: 'narrowed', subject: 'flood', year: 2022 },
  { q: 'năm học mới 2023 - 2024', group: 'narrowed', subject: 'school', year: 2023 },
  { q: 'lễ hội cà phê 2020', group: 'narrowed', subject: 'coffee', year: 2020 },
  { q: 'kết quả tiêm chủng 2022', group: 'narrowed', subject: 'vaccine', year: 2022 },
  // Without marks these little words are others as well.
  { q: 'cải cách hành chính của huyện Tân Lạc', group: 'narrowed', subject: 'reform', place: 'huyện Tân Lạc', needsMarks: true },
  { q: 'bầu cử tại Ea Lâm', group: 'narrowed', subject: 'election', place: 'xã Ea Lâm', needsMarks: true },
  { q: 'kết quả về tiêm chủng trong năm 2022', group: 'narrowed', subject: 'vaccine', year: 2022, needsMarks: true },
  { q: 'các phong trào thi đua năm 2021', group: 'narrowed', subject: 'emulation', year: 2021 },
]

export const subjectQueries = [...named, ...narrowed]
