import '../ui/thing.ts'
