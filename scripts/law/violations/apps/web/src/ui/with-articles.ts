import '../features/articles/thing.ts'
