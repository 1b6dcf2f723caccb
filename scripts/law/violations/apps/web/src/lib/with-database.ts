import '../../../api/src/db/thing.ts'
