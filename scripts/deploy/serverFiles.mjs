/** How long a browser may keep a file without asking: those with a fingerprint in their name for ever. */
export function cachingOf(path) {
  return /\.[0-9a-f]{8}\.[a-z0-9]+$/.test(path) || /^office-[^/]+\//.test(path) ? "forever" : "revalidate";
}

/** By ending: what a server should say, the first being the best, and what also works. */
const types = {
  html: ["text/html"],
  js: ["text/javascript", "application/javascript", "application/x-javascript"],
  json: ["application/json"],
  xml: ["application/xml", "text/xml"],
  png: ["image/png"],
  svg: ["image/svg+xml"],
  txt: ["text/plain"],
  xlsx: ["application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", "application/octet-stream"],
};

export function typesOf(path) {
  return types[path.slice(path.lastIndexOf(".") + 1)] ?? ["application/octet-stream"];
}

/** IIS: asks the server each time, but for the files with a fingerprint. */
export function webConfig(paths) {
  const forever = paths.filter((path) => cachingOf(path) === "forever");
  const places = [
    ...new Set(forever.map((path) => (path.startsWith("office-") ? path.slice(0, path.indexOf("/")) : path))),
  ];
  const maps = Object.entries(types).map(([ending, [type]]) => {
    return `      <remove fileExtension=".${ending}" />\n      <mimeMap fileExtension=".${ending}" mimeType="${type}" />`;
  });
  return `<?xml version="1.0" encoding="utf-8"?>
<configuration>
  <system.webServer>
    <staticContent>
${maps.join("\n")}
      <clientCache cacheControlMode="DisableCache" />
    </staticContent>
    <httpProtocol>
      <customHeaders>
        <remove name="X-Powered-By" />
        <add name="X-Content-Type-Options" value="nosniff" />
      </customHeaders>
    </httpProtocol>
    <directoryBrowse enabled="false" />
  </system.webServer>
${places
  .map(
    (path) => `  <location path="${path}">
    <system.webServer>
      <staticContent>
        <clientCache cacheControlMode="UseMaxAge" cacheControlMaxAge="365.00:00:00" cacheControlCustom="immutable" />
      </staticContent>
    </system.webServer>
  </location>`,
  )
  .join("\n")}
</configuration>
`;
}

/** nginx: a piece for the server block that already has its certificate. */
export function nginxConfig(url) {
  const { pathname } = new URL(url);
  return `# 放进已经配好 https 证书的 server { … } 里；/srv/jx/ 换成安装包所在的文件夹。
location ${pathname} {
    alias /srv/jx/;
    charset utf-8;
    types {
        text/html html; text/javascript js; application/json json; application/xml xml;
        image/png png; image/svg+xml svg; text/plain txt;
        application/vnd.openxmlformats-officedocument.spreadsheetml.sheet xlsx;
    }
    add_header X-Content-Type-Options nosniff;
    add_header Cache-Control "no-cache";

    # 文件名带指纹的可以一直缓存。
    location ~ "^${escapePattern(pathname)}(?<jx_file>(?:.*\\.[0-9a-f]{8}\\.[a-z0-9]+|office-[^/]+/.*))$" {
        alias /srv/jx/$jx_file;
        add_header X-Content-Type-Options nosniff;
        add_header Cache-Control "public, max-age=31536000, immutable";
    }
}
`;
}

function escapePattern(text) {
  return text.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");
}
