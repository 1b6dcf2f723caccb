import '../../db/thing.ts'
