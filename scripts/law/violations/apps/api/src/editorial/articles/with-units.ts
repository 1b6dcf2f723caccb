import '../units/units.service.ts'
