import { expect, test } from 'vitest'
import { isCommonPassword } from './common-passwords.ts'

test.each([
  ...['12345678', '123456789', '87654321', '00000000', '11111111', '12341234', '123123123', '11223344', '20252025', '        ', '********'],
  ...['password', 'P@ssw0rd', 'Password123', 'admin123', 'Admin@123', 'Admin@2025', 'qwertyuiop', '1q2w3e4r', 'abc123456', 'Abc@12345'],
  ...['matkhau123', 'Mật khẩu 123', 'anhyeuem', 'Anh Yêu Em', 'vietnam2025', 'Việt Nam 2025', 'hanoi123', 'Quantri@123', 'bantin2025'],
  ...['bichlien', 'bichlien1990', 'Bích Liên', 'bichlien@dienbien.gov.vn'],
])('%s is refused as a password', (password) => {
  expect(isCommonPassword(password, 'bichlien@dienbien.gov.vn')).toBe(true)
})

test.each([
  ...['ngựa đúng pin ghim', 'cà phê sữa đá 35k', 'k8#vTq2!', 'quả bóng tròn lăn', '0912 384 577', 'admin đi vắng rồi', 'test-driven-1972x'],
])('%s is taken as a password', (password) => {
  expect(isCommonPassword(password, 'bichlien@dienbien.gov.vn')).toBe(false)
})
