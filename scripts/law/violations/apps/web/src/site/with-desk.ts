import '../desk/thing.ts'
