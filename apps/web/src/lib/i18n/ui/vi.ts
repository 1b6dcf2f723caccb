/** Words of the shared widgets. */
export const vi = {
  retry: 'Thử lại',
  loading: 'Đang tải…',
  required: 'bắt buộc',
  errors: {
    network: 'Không kết nối được. Hãy kiểm tra mạng rồi thử lại.',
    tooMany: 'Có quá nhiều yêu cầu trong thời gian ngắn. Hãy đợi một lát rồi thử lại.',
    busy: 'Máy chủ đang bận. Hãy thử lại sau ít phút.',
    unknown: 'Chưa tải được nội dung. Hãy thử lại.',
    requestId: (id: string) => `Mã yêu cầu: ${id}`,
  },
}

export type UiWords = typeof vi
