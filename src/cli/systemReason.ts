/** What the operating system's codes mean to whoever started the program. */
const reasons: Readonly<Partial<Record<string, string>>> = {
  ENOENT: "文件或所在的文件夹不存在。",
  ENOTDIR: "路径中有一段不是文件夹。",
  EISDIR: "这是文件夹，不是文件。",
  EACCES: "没有读写权限。",
  EPERM: "系统不允许这样读写。",
  EROFS: "这个位置是只读的。",
  EBUSY: "文件正被别的程序占用。",
  ETXTBSY: "文件正被别的程序占用。",
  ENOSPC: "磁盘已满。",
  EDQUOT: "磁盘配额已用完。",
  ENAMETOOLONG: "文件名太长。",
  EXDEV: "不能跨磁盘改名。",
  EEXIST: "已有同名的文件。",
  EFBIG: "文件太大。",
  EINVAL: "文件名或路径的写法不对。",
  EIO: "磁盘或网络盘读写出错。",
  ELOOP: "快捷方式（链接）互相指着，找不到文件。",
  EMFILE: "系统里打开的文件太多。",
  ENFILE: "系统里打开的文件太多。",
  ENXIO: "磁盘或网络盘读写出错。",
  ETIMEDOUT: "网络盘没有回应。",
  ERR_FS_FILE_TOO_LARGE: "文件太大。",
  ERR_INVALID_ARG_VALUE: "文件名或路径的写法不对。",
};

/** Why a file could not be read or written: in Chinese, whatever the system says. */
export function systemReason(error: unknown): string {
  const code = error instanceof Error && "code" in error ? String(error.code) : "";
  return reasons[code] ?? `系统没有说明原因${code === "" ? "" : `（代码 ${code}）`}。`;
}
