import '../db/thing.ts'
