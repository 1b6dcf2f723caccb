import '../site/thing.ts'
