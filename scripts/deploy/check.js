/* global document, location, fetch, DOMParser */
/* Looks at the installation from where a user's Excel would: address, every file, its type, its caching, the manifest. */

const base = new URL(".", location.href).href;
const results = document.getElementById("results");
let bad = 0;

function say(good, words) {
  const line = document.createElement("li");
  line.dataset.result = good ? "good" : "bad";
  line.textContent = `${good ? "✓" : "✗"} ${words}`;
  results.append(line);
  if (!good) bad += 1;
}

/** What is wrong with one file, in Chinese; "" when nothing is. */
async function faultOf({ path, type, bytes, cache }) {
  const answer = await fetch(path, { cache: "no-store" }).catch(() => null);
  if (answer === null) return "取不到：网络不通或被拦截";
  if (!answer.ok) return `服务器答复 ${answer.status}：文件没有复制到，或服务器不发这类文件`;
  const given = answer.headers.get("content-type") ?? "（没有）";
  const body = await answer.arrayBuffer();
  if (body.byteLength !== bytes) return `大小是 ${body.byteLength} 字节，应为 ${bytes}：请重新复制`;
  if (!type.includes(given.split(";")[0].trim().toLowerCase())) return `文件类型是 ${given}，应为 ${type[0]}`;
  const caching = (answer.headers.get("cache-control") ?? "").toLowerCase();
  const seconds = Number(/max-age=(\d+)/.exec(caching)?.[1] ?? "NaN");
  const always = /no-cache|no-store/.test(caching) || seconds === 0;
  if (cache === "revalidate" && !always) {
    return `缓存设置是“${caching || "（没有）"}”，应为 no-cache，否则更新后各电脑还用旧的`;
  }
  if (cache === "forever" && !(seconds >= 86400) && !always) {
    return `缓存设置是“${caching || "（没有）"}”，应为 max-age=31536000, immutable`;
  }
  return "";
}

async function check() {
  say(location.protocol === "https:", `用 https 打开（现在是 ${location.protocol}//）`);
  const list = await fetch("package-files.json", { cache: "no-store" }).then((answer) => answer.json());
  say(base === list.url, `地址与安装包一致（安装包是为 ${list.url} 做的，现在是 ${base}）`);
  for (const file of list.files) {
    const fault = await faultOf(file);
    say(fault === "", fault === "" ? file.path : `${file.path}：${fault}`);
  }
  const manifest = await fetch("manifest.xml", { cache: "no-store" }).then((answer) => answer.text());
  const parsed = new DOMParser().parseFromString(manifest, "application/xml");
  say(parsed.querySelector("parsererror") === null, "manifest.xml 是完好的 XML");
  const addresses = [...manifest.matchAll(/"(https?:\/\/[^"]+)"/g)].map(([, address]) => address);
  const strange = addresses.filter(
    (address) => !address.includes("schemas.") && !address.includes("www.w3.org"),
  );
  say(
    strange.every((address) => address.startsWith(list.url)),
    `manifest.xml 里的地址都指向 ${list.url}`,
  );
  say(manifest.includes(`<Version>${list.version}</Version>`), `版本 ${list.version}`);
}

function summarize(words) {
  document.getElementById("summary").textContent = words;
  document.documentElement.dataset.done = bad === 0 ? "good" : "bad";
}

check().then(
  () => summarize(bad === 0 ? "全部通过，可以发放 manifest.xml。" : `有 ${bad} 处要改，见下面的“✗”。`),
  (error) => {
    say(false, `检查没有做完：${error.message}（package-files.json 取不到时，请确认服务器允许 .json 文件）`);
    summarize("检查没有做完。");
  },
);
