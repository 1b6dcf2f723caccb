// The editor scrolls to the caret and asks where it is; the tests' document is never laid out, and its ranges know no answer.
Range.prototype.getClientRects = () => Object.assign([], { item: () => null })
Range.prototype.getBoundingClientRect = () => new DOMRect()

// Nor does it load style sheets, and the editor warns when blanks would not be kept.
const style = document.createElement('style')
style.textContent = '.ProseMirror { white-space: pre-wrap }'
document.head.append(style)
