/** Shapes that want to be told that the mail was read, or to take the window elsewhere. */
export const loading = [
  { name: 'picture', when: 'fires', body: ({ url }) => `<img src="${url('p.gif')}" width="1" height="1">` },
  {
    name: 'picture-set',
    when: 'fires',
    body: ({ url }) => `<img srcset="${url('1.gif')} 1x, ${url('2.gif')} 2x">`,
  },
  {
    name: 'picture-source',
    when: 'fires',
    body: ({ url }) => `<picture><source srcset="${url('s.gif')}"><img alt=""></picture>`,
  },
  { name: 'picture-button', when: 'fires', body: ({ url }) => `<input type="image" src="${url('b.gif')}">` },
  {
    name: 'background',
    when: 'fires',
    body: ({ url }) => `<body background="${url('b.gif')}">Bonjour</body>`,
  },
  {
    name: 'background-of-cell',
    when: 'fires',
    body: ({ url }) =>
      `<table background="${url('t.gif')}"><tr><td background="${url('c.gif')}">Bonjour</td></tr></table>`,
  },
  { name: 'poster', when: 'fires', body: ({ url }) => `<video poster="${url('v.gif')}"></video>` },
  { name: 'video', when: 'fires', body: ({ url }) => `<video src="${url('v.mp4')}" autoplay muted></video>` },
  {
    name: 'audio',
    when: 'fires',
    body: ({ url }) => `<audio src="${url('a.mp3')}" autoplay preload="auto"></audio>`,
  },
  {
    name: 'subtitles',
    when: 'fires',
    body: ({ url }) =>
      `<video src="${url('v.mp4')}" crossorigin><track default src="${url('t.vtt')}"></video>`,
  },
  {
    name: 'style-picture',
    when: 'fires',
    body: ({ url }) => `<p style="background:url(${url('s.gif')})">x</p>`,
  },
  {
    name: 'style-picture-set',
    when: 'fires',
    body: ({ url }) => `<p style="background-image:image-set('${url('s.gif')}' 1x)">x</p>`,
  },
  {
    name: 'style-escaped',
    when: 'fires',
    body: ({ url }) => `<p style="b\\61 ckground:\\75 rl(${url('e.gif')})">x</p>`,
  },
  { name: 'style-import', when: 'fires', body: ({ url }) => `<style>@import "${url('i.css')}";</style>` },
  {
    name: 'style-font',
    when: 'fires',
    body: ({ url }) =>
      `<style>@font-face{font-family:q;src:url(${url('f.woff')})}p{font-family:q}</style><p>Bonjour</p>`,
  },
  {
    name: 'style-list-mark',
    when: 'fires',
    body: ({ url }) => `<ul style="list-style-image:url(${url('l.gif')})"><li>Bonjour</li></ul>`,
  },
  {
    name: 'style-pointer',
    when: 'fires',
    body: ({ url }) => `<p style="cursor:url(${url('c.cur')}),auto">x</p>`,
  },
  { name: 'style-sheet', when: 'fires', body: ({ url }) => `<link rel="stylesheet" href="${url('s.css')}">` },
  { name: 'icon', when: 'elsewhere', body: ({ url }) => `<link rel="icon" href="${url('i.gif')}">` },
  {
    name: 'preload',
    when: 'fires',
    body: ({ url }) => `<link rel="preload" as="image" href="${url('p.gif')}">`,
  },
  { name: 'prefetch', when: 'elsewhere', body: ({ url }) => `<link rel="prefetch" href="${url('p.html')}">` },
  {
    name: 'preconnect',
    when: 'elsewhere',
    body: ({ url }) =>
      `<link rel="dns-prefetch" href="//q.invalid"><link rel="preconnect" href="${url('')}">`,
  },
  { name: 'frame', when: 'fires', body: ({ url }) => `<iframe src="${url('f.html')}"></iframe>` },
  {
    name: 'object',
    when: 'fires',
    body: ({ url }) => `<object data="${url('o.gif')}" type="image/gif"></object>`,
  },
  { name: 'embed', when: 'fires', body: ({ url }) => `<embed src="${url('e.gif')}" type="image/gif">` },
  { name: 'vector-picture', when: 'fires', body: ({ url }) => `<svg><image href="${url('v.gif')}"/></svg>` },
  {
    name: 'vector-use',
    when: 'fires',
    body: ({ url }) =>
      `<svg><use href="${url('u.svg')}#a"/><filter><feImage href="${url('w.gif')}"/></filter></svg>`,
  },
  {
    name: 'refresh',
    when: 'fires',
    body: ({ url }) => `<meta http-equiv="refresh" content="0;url=${url('r.html')}">`,
  },
  {
    name: 'base',
    when: 'fires',
    body: ({ url }) => `<base href="${url('')}"><img src="b.gif" alt="">`,
  },
  {
    name: 'link-ping',
    when: 'touched',
    body: ({ url }) => `<a href="#x" ping="${url('ping')}" target="_self">Voir</a>`,
  },
  {
    name: 'link-top',
    when: 'touched',
    body: ({ url }) => `<a href="${url('top.html')}" target="_self">Voir</a>`,
  },
  {
    name: 'form',
    when: 'touched',
    body: ({ url }) =>
      `<form action="${url('form')}"><input name="a" value="b"><button>Envoyer</button></form>`,
  },
];
