import '../../start.ts'
