import '../../desk/thing.ts'
