import '../../analytics/thing.ts'
