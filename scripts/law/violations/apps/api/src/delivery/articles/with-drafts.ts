import '../../db/schema/articles.ts'
