import '../../../web/src/lib/thing.ts'
