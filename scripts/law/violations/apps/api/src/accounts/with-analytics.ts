import '../analytics/thing.ts'
