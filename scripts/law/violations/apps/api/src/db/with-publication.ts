import '../publication/thing.ts'
