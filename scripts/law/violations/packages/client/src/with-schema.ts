import '../../shared/src/thing.ts'
