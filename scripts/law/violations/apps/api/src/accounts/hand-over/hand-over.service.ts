import '../../publication/thing.ts'
