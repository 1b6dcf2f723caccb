import './chicken.ts'
