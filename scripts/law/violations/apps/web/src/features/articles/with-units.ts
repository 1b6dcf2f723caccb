import '../units/thing.ts'
