import { createRoot } from 'react-dom/client'
import '../ui/tokens.css'
import '../ui/fonts.css'
import '../ui/base.css'

const root = document.getElementById('root')
if (root) createRoot(root).render(<p>Ban biên tập</p>)
