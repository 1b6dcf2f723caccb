import { verifyEdition } from '@bantin/client/edition'

const answer = await fetch(`https://bantin.example.gov.vn/api/v1/articles/${id}/editions/1`)
const said = await verifyEdition({ document: await answer.text(), hash })
