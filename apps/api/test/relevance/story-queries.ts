import type { JudgedQuery } from './query.ts'

type Grades = Record<string, number>
type Rest = Partial<JudgedQuery>
const needsMarks: Rest = { needsMarks: true }

/** Words that others have in other senses. */
const nearMisses: [string, Grades, Rest?][] = [
  ['thi đua khen thưởng', { emulationLaw: 3, emulation1: 3, emulation6: 3 }],
  ['luật thi đua', { emulationLaw: 3 }],
  ['đua thuyền', { boatRace: 3 }],
  ['giải đua xe đạp', { bicycleRace: 3 }],
  ['ủy ban', { government: 3, inspectionCommittee: 3 }],
  ['ủy ban kiểm tra', { inspectionCommittee: 3 }],
  ['hội nghị tổng kết 2021', { summary2021: 3, healthSummary2021: 2, summary2020: 1 }],
  ['hội nghị tổng kết công tác năm 2020', { summary2020: 3 }],
  ['sơ kết sáu tháng đầu năm 2021', { halfYear2021: 3 }],
  ['học sinh giỏi', { goodPupils: 3, goodPupilsExam: 3 }],
  ['sinh học', { biology: 3, biologicalPigs: 2 }],
  ['việc làm', { jobs: 3, soldiersJobs: 3 }],
  ['giới thiệu việc làm', { soldiersJobs: 3, jobs: 1 }],
  ['làm việc tại Sông Trà', { working: 3 }],
  ['nước sạch', { cleanWater: 3, mosquitoes: 1 }],
  ['thư viện', { library: 3 }],
  ['thư viện lưu động', { library: 3 }],
  ['bão số 5', { storm5: 3 }],
  ['bão số 8', { storm8: 3 }],
  ['đường Nguyễn Huệ', { street: 3 }],
  ['trường Nguyễn Huệ', { hueSchool: 3 }],
  ['"việc làm" -thiết -nghĩa', { jobs: 3, soldiersJobs: 3 }],
  ['"thư viện"', { library: 3 }],
]

/** Words that differ from others by their diacritics alone. */
const marks: [string, Grades, Rest?][] = [
  ['bán đất', { landSale: 3, farmLandSale: 3 }, needsMarks],
  ['bàn giao cầu', { handover: 3 }],
  ['muối', { saltFarmers: 3 }, needsMarks],
  ['diệt muỗi', { mosquitoes: 3 }],
  ['giá muối', { saltFarmers: 3 }],
  ['dân ca', { folkSongs: 3 }, needsMarks],
  ['đàn cá', { shoalOfFish: 3 }, needsMarks],
  ['đê biển', { seaDyke: 3 }],
  ['nuôi dê', { goats: 3, poverty1: 2, poverty6: 2 }],
  ['nộp thuế', { tax: 3 }],
  ['thuê nhà', { rent: 3 }, needsMarks],
  ['lừa đảo', { fraud: 3 }],
]

const numbers: [string, Grades, Rest?][] = [
  ['13/2023/NĐ-CP', { data: 3, leak: 2 }],
  ['nghị định 13/2023', { data: 3, leak: 2 }],
  ['nghị định 31/2023/NĐ-CP', { decree31of2023: 3 }],
  ['thông tư 02/2021/TT-BNV', { circular: 3 }],
  ['TT-BNV', { circular: 3 }],
  ['kế hoạch 112/KH-UBND', { disasterPlan: 3 }],
  ['chỉ thị 05', { directive: 3 }],
  ['1745/QĐ-UBND', { bridgeDecision: 3 }],
  ['QĐ 1745', { bridgeDecision: 3 }],
  ['kế hoạch 112 UBND', { disasterPlan: 3, schoolPlan: 1 }],
  ['CT/TW', { directive: 3 }],
  ['Covid-19', { lockdown: 3, pandemicHelp: 3, wedding: 1 }],
  ['covid 19', { lockdown: 3, pandemicHelp: 3, wedding: 1 }],
  ['sở KH&ĐT', { enterprises: 3, projects: 3 }, { by: 'planning' }],
  ['sở kế hoạch và đầu tư', { enterprises: 3, projects: 3 }, { by: 'planning' }],
  ['trường THCS', { middleSchool: 3, otherMiddleSchool: 3 }],
  ['trường trung học cơ sở', { middleSchool: 3, otherMiddleSchool: 3 }],
  ['HĐND tỉnh giám sát', { supervision: 3 }],
  ['đại biểu quốc hội', { deputies: 3, delegation: 3 }],
  ['714.464', { capital: 3 }],
]

const names: [string, Grades, Rest?][] = [
  ['Trần Thanh Bình', { chairman: 3, government: 2 }],
  ['chủ tịch Trần Thanh Bình', { chairman: 3, government: 3 }],
  ['xã Thanh Bình', { communeBinh: 3 }],
  ['Nguyễn Thị Lan', { teacher: 3 }],
  ['cô giáo Nguyễn Thị Lan', { teacher: 3 }],
  ["H'Bia Niê", { weaver: 3 }],
  ['Ê-đê', { edeWater: 3, edeBook: 3 }],
  ['trần thanh bình chủ tịch', { chairman: 3, government: 3 }],
  ['Lê Lợi', { middleSchool: 3 }],
  ['Lê Thị Hồng Vân', {}, { by: 'van' }],
  ['Y Thuột Niê', {}, { by: 'nie' }],
  ['Sở Y tế', {}, { by: 'health' }],
  ['Sở Nội vụ cà phê', {}, { by: 'interior', subject: 'coffee' }],
  ['Nguyễn Thanh Bình hiến máu', {}, { by: 'binh', subject: 'blood' }],
  ['Ban Dân tộc', {}, { by: 'peoples' }],
]

const inTexts: [string, Grades, Rest?][] = [
  ['trạm biến áp', { summerCamp: 3 }],
  ['đèn măng sông', { market: 3 }],
  ['bún riêu', { market: 3 }],
  ['hòm phiếu phụ', {}, { says: 'Hòm phiếu phụ' }],
  ['xuồng máy áo phao', {}, { says: 'Xuồng máy và áo phao' }],
  ['băng cản lửa', {}, { says: 'Băng cản lửa' }],
  ['hợp đồng bao tiêu', {}, { says: 'hợp đồng bao tiêu' }],
  ['truyền dạy cồng chiêng', {}, { says: 'truyền dạy cồng chiêng' }],
  ['vay vốn không cần thế chấp', {}, { says: 'cho vay vốn không cần thế chấp' }],
  ['camera phạt nguội', {}, { says: 'phạt nguội' }],
  ['sổ tiêm chủng điện tử', {}, { says: 'Sổ tiêm chủng điện tử' }],
  ['hỗ trợ mức đóng cho học sinh, sinh viên', {}, { says: 'hỗ trợ một phần mức đóng' }],
  ['hòa giải tranh chấp đất', {}, { says: 'được hòa giải ở cơ sở' }],
  ['nước thải sinh hoạt', {}, { says: 'Nước thải sinh hoạt' }],
]

const newFirst: [string, Grades, Rest?][] = [
  ['lịch cắt điện', { powerCut1: 3, powerCut2: 3, powerCut3: 2, powerCut4: 1, powerCut5: 1, powerCut6: 1 }],
  [
    'triều cường',
    { tides1: 3, tides2: 2, tides3: 2, tides4: 1, tides5: 1, salt0: 1, salt2: 1, salt4: 1, salt5: 1, salt7: 1, salt9: 1, salt10: 1 },
  ],
]

const mistyped: [string, Grades, Rest?][] = [
  ['nguyển thị lan', { teacher: 3 }],
  ['thư viên lưu động', { library: 3 }],
  ['đường nguyễn huê', { street: 3 }],
  ['thuw viện lưu động', { library: 3 }],
  ['liên hoan dân caa', { folkSongs: 3 }],
  ['gia cố đê biểnn', { seaDyke: 3 }],
  ['bảo hiễm y tế Ea Lâm', {}, { subject: 'insurance', place: 'xã Ea Lâm' }],
  ['hợptác xã Bàu Sen', {}, { subject: 'cooperative', place: 'xã Bàu Sen' }],
  ['covit 19', { lockdown: 3, pandemicHelp: 3, wedding: 1 }],
  ['chủ tịch trần thanh bìnhh', { chairman: 3, government: 2 }],
  ['nghệ nhân hbia niê', { weaver: 3 }],
  ['nộp thuế điện tử mới nhất', { tax: 3 }],
]

export const storyQueries: JudgedQuery[] = [
  ...inGroup('near miss', nearMisses),
  ...inGroup('marks', marks),
  ...inGroup('number, short form', numbers),
  ...inGroup('name', names),
  ...inGroup('in the text', inTexts),
  ...inGroup('new first', newFirst),
  ...inGroup('mistyped', mistyped),
]

function inGroup(group: JudgedQuery['group'], queries: [string, Grades, Rest?][]): JudgedQuery[] {
  return queries.map(([q, grades, rest]) => ({ q, group, grades, ...rest }))
}
