import '../accounts/thing.ts'
