import '../../../../packages/shared/src/thing.ts'
