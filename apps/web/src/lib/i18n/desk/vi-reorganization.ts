interface Held {
  person: string
  post: string
  unit: string
  goesOnIn: string | null
}

/** What the page of reorganizations says. */
export const reorganization = {
  title: 'Sắp xếp tổ chức',
  lead: 'Sáp nhập, chia tách, thay thế, kết thúc hay đổi tên đơn vị từ một ngày. Trước khi làm, bạn xem được mọi việc sẽ xảy ra.',
  leave: 'Sắp xếp đang soạn chưa được thực hiện. Rời đi thì những gì đã chọn sẽ mất.',
  stepsLabel: 'Các bước',
  steps: {
    what: 'Việc và ngày',
    units: 'Đơn vị',
    follows: 'Đơn vị kế tục',
    name: 'Tên mới',
    appointments: 'Chức vụ',
    preview: 'Xem trước',
  },
  stepTitle: (at: number, of: number, name: string) => `Bước ${at}/${of}: ${name}`,
  back: 'Quay lại',
  next: 'Tiếp tục',
  what: 'Làm việc gì?',
  verbs: {
    merge: { name: 'Sáp nhập', hint: 'Một hay nhiều đơn vị nhập vào một đơn vị.' },
    split: { name: 'Chia tách', hint: 'Một đơn vị thành nhiều đơn vị.' },
    replace: { name: 'Thay thế', hint: 'Một đơn vị khác thay cho đơn vị này.' },
    close: { name: 'Kết thúc', hint: 'Đơn vị không còn nữa và không có đơn vị kế tục.' },
    rename: { name: 'Đổi tên', hint: 'Vẫn là đơn vị ấy, mang tên khác.' },
  },
  on: 'Từ ngày',
  onHint: 'Ngày đầu tiên mà sắp xếp có hiệu lực. Có thể là ngày sắp tới.',
  find: 'Tìm đơn vị theo tên hoặc mã',
  findMany: 'Tìm các đơn vị theo tên hoặc mã',
  chosen: 'Đã chọn',
  chosenCount: (count: number) => (count === 0 ? 'Chưa chọn đơn vị nào.' : `Đã chọn ${count} đơn vị:`),
  remove: 'Bỏ',
  removeUnit: (name: string) => `Bỏ ${name}`,
  how: { made: 'Lập đơn vị mới', known: 'Đơn vị đang có' },
  successor: 'Đơn vị kế tục',
  successorAt: (at: number) => `Đơn vị kế tục thứ ${at}`,
  addSuccessor: 'Thêm đơn vị kế tục',
  removeSuccessor: 'Bỏ đơn vị kế tục này',
  firstTakes: 'Các đơn vị trực thuộc, chức vụ và tư cách thành viên khối chuyển sang đơn vị kế tục thứ nhất.',
  sameParent: 'như đơn vị kết thúc',
  newName: 'Tên mới',
  newShortName: 'Tên ngắn mới',
  goOn: 'Những ai giữ tiếp chức vụ ở đơn vị kế tục? Người bỏ chọn sẽ thôi giữ chức vụ.',
  noAppointments: 'Vào ngày này không có ai giữ chức vụ ở các đơn vị kết thúc.',
  lacks: {
    day: 'Hãy ghi đủ ngày, tháng, năm.',
    unit: 'Hãy chọn một đơn vị.',
    units: 'Hãy chọn ít nhất một đơn vị.',
    name: 'Hãy ghi tên đơn vị.',
    known: 'Hãy chọn đơn vị kế tục.',
    itself: 'Đơn vị này kết thúc, nên không thể kế tục chính nó.',
  },
  away: 'Có đơn vị đã chọn không tồn tại vào ngày này, hoặc đã có thay đổi khác đè lên. Hãy chọn lại đơn vị hay ngày.',
  oneMore: 'Hãy chọn thêm một đơn vị sẽ kết thúc: đơn vị nhận sáp nhập thì vẫn còn.',
  mend: (step: string) => `Sửa ở bước “${step}”`,
  again: 'Thử lại',
  would: (count: number, on: string) => `Sẽ có ${count} thay đổi từ ${on}. Chưa có gì được lưu.`,
  groups: {
    made: 'Đơn vị mới',
    ended: 'Đơn vị kết thúc',
    renamed: 'Đổi tên',
    moved: 'Nơi trực thuộc',
    appointments: 'Chức vụ',
    joined: 'Vào khối thi đua',
    left: 'Ra khỏi khối thi đua',
    roles: 'Vai trò trong ban biên tập',
  },
  effect: {
    made: (name: string) => `Lập ${name}.`,
    ended: (name: string, successors: string) =>
      successors ? `${name} kết thúc; kế tục: ${successors}.` : `${name} kết thúc, không có đơn vị kế tục.`,
    renamed: (before: string, name: string) => `${before} đổi tên thành ${name}.`,
    moved: (name: string, below: string | null) => (below ? `${name} trực thuộc ${below}.` : `${name} không trực thuộc đơn vị nào.`),
    appointment: ({ person, post, unit, goesOnIn }: Held) =>
      goesOnIn ? `${person}, ${post} ở ${unit}: giữ tiếp ở ${goesOnIn}.` : `${person}, ${post} ở ${unit}: thôi giữ chức vụ.`,
    joined: (unit: string, bloc: string) => `${unit} vào ${bloc}.`,
    left: (unit: string, bloc: string) => `${unit} ra khỏi ${bloc}.`,
    role: ({ user, role, unit }: { user: string; role: string; unit: string }) =>
      `${user}, ${role} ở ${unit}: vai trò chuyển theo đơn vị kế tục, nếu có.`,
  },
  articles: (count: number) =>
    count === 0 ? 'Không có bài viết nào của các đơn vị kết thúc.' : `${count} bài viết giữ nguyên, dưới tên đơn vị vào ngày của bài.`,
  submit: 'Thực hiện sắp xếp',
  doing: 'Đang thực hiện…',
  confirmTitle: 'Thực hiện sắp xếp này?',
  confirmLead: (count: number, on: string) =>
    `${count} thay đổi sẽ được ghi, có hiệu lực từ ${on}. Quản trị toàn trang hoàn tác được lần cuối, khi chưa có thay đổi nào khác dựa vào nó.`,
  done: (count: number, on: string) => `Đã sắp xếp: ${count} thay đổi, có hiệu lực từ ${on}.`,
  past: 'Đã thực hiện',
  pastEmpty: 'Chưa có lần sắp xếp nào.',
  pastLine: (verb: string, on: string) => `${verb} từ ${on}`,
  pastBy: (name: string | null, at: string) => (name ? `${name} thực hiện lúc ${at}.` : `Thực hiện lúc ${at}.`),
  pastUndone: (at: string) => `Đã hoàn tác lúc ${at}.`,
  notLast: 'Không hoàn tác được, vì sau đó đã có lần sắp xếp khác.',
  undo: 'Hoàn tác',
  undoTitle: (what: string) => `Hoàn tác: ${what}?`,
  undoLead: 'Đơn vị, chức vụ và tư cách thành viên trở lại như trước lần sắp xếp này.',
  undone: (what: string) => `Đã hoàn tác: ${what}.`,
  builtOn: 'Không hoàn tác được: sau lần sắp xếp này đã có thay đổi khác dựa vào nó, hoặc nó không còn là lần cuối.',
}

export type ReorganizationWords = typeof reorganization
