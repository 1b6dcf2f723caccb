import './publication/thing.ts'
