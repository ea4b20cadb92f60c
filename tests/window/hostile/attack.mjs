/**
 * What a hostile mail would do if it could: leave marks in the program's page, use the program's own commands,
 * and connect to somebody. Every mark carries the name of its shape.
 */

/** Names the request that a mail makes if it reaches the program's commands. */
export const intruder = (name) => `intruder ${name}`;

/** A script that tries all of it. Without double quotes, angles and ampersands: it fits into any attribute. */
export function script(name, listener) {
  const order = `{request:{name:'${intruder(name)}',address:'',phone:'',subject:'',text:'',language:null}}`;
  return [
    `try{top.ran=(top.ran||'')+' ${name}'}catch(e){}`,
    `try{top.document.title='ran ${name}'}catch(e){}`,
    `try{window.ran=(window.ran||'')+' ${name}'}catch(e){}`,
    `try{document.title='ran ${name}'}catch(e){}`,
    `try{top.__TAURI_INTERNALS__.invoke('request_create',${order})}catch(e){}`,
    `try{__TAURI_INTERNALS__.invoke('request_create',${order})}catch(e){}`,
    `try{webkit.messageHandlers.ipc.postMessage(JSON.stringify({cmd:'request_create',callback:1,error:2,payload:${order}}))}catch(e){}`,
    `try{fetch('ipc://localhost/request_create',{method:'POST',body:JSON.stringify(${order})}).catch(function(){})}catch(e){}`,
    `try{new Image().src='${listener}/${name}/script'}catch(e){}`,
    'void 0',
  ].join(';');
}

/** The page of a hostile body as a careless program would show it. */
export function page(html) {
  return `<!doctype html><html><head><meta charset="utf-8"></head><body>${html}</body></html>`;
}
