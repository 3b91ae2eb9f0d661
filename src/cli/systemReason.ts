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
};

/** Why a file could not be read or written, in Chinese where the code is known. */
export function systemReason(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  const known = "code" in error && typeof error.code === "string" ? reasons[error.code] : undefined;
  return known ?? error.message;
}
