/** Shapes that read differently the second time, call things by the program's names, or cover the window. */
export const cunning = [
  {
    name: 'noscript-title',
    when: 'fires',
    body: ({ run }) =>
      `<noscript><p title="</noscript><img src=x: onerror=&quot;&quot;><script>${run}</script>"></noscript>`,
  },
  {
    name: 'comment-ended-early',
    when: 'fires',
    body: ({ run }) => `<!--><script>${run}</script>-->`,
  },
  {
    name: 'comment-bang',
    when: 'fires',
    body: ({ run }) => `<!-- --!><script>${run}</script> -->`,
  },
  {
    name: 'template',
    when: 'fires',
    body: ({ run }) =>
      `<template><script>${run}</script></template><template shadowrootmode="open"><img src=x: onerror="${run}"></template>`,
  },
  {
    name: 'style-ended-in-formula',
    when: 'fires',
    body: ({ run }) =>
      `<math><mi><style><!--</style><img title="--&gt;" src="x:" onerror="${run}"></mi></math>`,
  },
  {
    name: 'formula-glyph',
    when: 'elsewhere',
    body: ({ run }) =>
      `<form><math><mtext></form><form><mglyph><style></math><img src="x:" onerror="${run}"></style></mglyph></form>`,
  },
  {
    name: 'vector-title-style',
    when: 'fires',
    body: ({ run }) =>
      `<svg></p><style><a id="</style><img src=x: onerror=${'`'}1${'`'}><script>${run}</script>">`,
  },
  {
    name: 'character-data',
    when: 'fires',
    body: ({ run }) =>
      `<svg><desc><![CDATA[</desc></svg><script>/*]]>*/</script></desc></svg><img src="x:" onerror="${run}">`,
  },
  {
    name: 'select-unclosed',
    when: 'fires',
    body: ({ run }) =>
      `<select><option><style></option></select><img src="x:" onerror="1"></style></select><img src="x:" onerror="${run}">`,
  },
  {
    name: 'text-area',
    when: 'fires',
    body: ({ run }) => `<textarea></textarea><img src="x:" onerror="${run}"></textarea>`,
  },
  {
    name: 'plain-text-end',
    when: 'fires',
    body: ({ run }) => `<xmp></xmp><img src="x:" onerror="${run}"></xmp>`,
  },
  {
    name: 'nul-in-tag',
    when: 'elsewhere',
    body: ({ run }) => `<scr\u0000ipt>${run}</script><img src="x:" o\u0000nerror="${run}">`,
  },
  {
    name: 'entity-twice',
    when: 'elsewhere',
    body: ({ run }) => `&lt;script&gt;${run}&lt;/script&gt; &amp;lt;img src=x: onerror="${run}"&amp;gt;`,
  },
  {
    name: 'picture-alternative-quote',
    when: 'fires',
    body: ({ run }) => `<img alt="${'`'}&quot; onerror=&quot;1" src="x:" onerror="${run}">`,
  },
  {
    name: 'deep-nest',
    when: 'fires',
    body: ({ run }) =>
      `${'<div>'.repeat(600)}<table><tr><td><img src="x:" onerror="${run}">${'</div>'.repeat(600)}`,
  },
  {
    name: 'names-of-ours',
    when: 'fires',
    body: ({ run }) =>
      `<a id="__TAURI_INTERNALS__" name="__TAURI_INTERNALS__"></a><img name="body" id="app"><form id="document"><input name="cookie"></form><img name="title" src="x:" onerror="${run}">`,
  },
  {
    name: 'covers-all',
    when: 'touched',
    body: ({ run }) =>
      `<a style="position:fixed;inset:-9999px;z-index:2147483647;background:#fff;display:block" href="javascript:${run}">Votre session a expiré. Mot de passe ?</a>`,
  },
  {
    name: 'style-over-all',
    when: 'fires',
    body: ({ url }) =>
      `<style>*{display:none!important}html{position:fixed;inset:0;background:url(${url('all.gif')});display:block!important}</style><p>x</p>`,
  },
  {
    name: 'opener',
    when: 'touched',
    body: ({ url }) => `<a href="${url('o.html')}" target="_top" rel="opener">Voir</a>`,
  },
  {
    name: 'schemes-of-ours',
    when: 'elsewhere',
    body: () =>
      `<img src="tauri://localhost/index.html"><img src="asset://localhost/etc/passwd"><iframe src="ipc://localhost/request_create"></iframe><a href="ipc://localhost/request_create">Voir</a><object data="http://ipc.localhost/request_create"></object>`,
  },
  {
    name: 'files-of-ours',
    when: 'elsewhere',
    body: () =>
      `<img src="file:///etc/hostname"><iframe src="file:///etc/passwd"></iframe><a href="file:///etc/passwd">Voir</a><a href="smb://127.0.0.1/x">Voir</a>`,
  },
  {
    name: 'blob-and-about',
    when: 'elsewhere',
    body: () =>
      `<iframe src="about:srcdoc"></iframe><iframe src="blob:tauri://localhost/1"></iframe><a href="about:config">Voir</a>`,
  },
];
