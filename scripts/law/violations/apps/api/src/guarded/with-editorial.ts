import '../editorial/articles/articles.service.ts'
