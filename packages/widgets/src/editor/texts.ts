/** Everything that the editor says, in every language of the course. AWS's own messages are not here: they stay AWS's. */
import type { InputProblem } from "@quayside/api";
import { type FixTitle, fixText } from "@quayside/linter";
import { FAULT_TEXTS, type JsonProblemCode } from "@quayside/linter/json";

export interface EditorTexts {
  readonly editor: string;
  readonly files: string;
  readonly textOf: (file: string) => string;
  readonly open: string;
  readonly opening: string;
  readonly openFailed: string;
  readonly plain: string;
  readonly format: string;
  readonly formatFailed: string;
  readonly readonly: string;
  readonly problems: string;
  readonly noProblems: string;
  readonly notChecked: string;
  readonly count: (errors: number, warnings: number) => string;
  readonly severity: { readonly error: string; readonly warning: string; readonly info: string };
  readonly line: (line: number) => string;
  readonly more: (count: number) => string;
  readonly tabMoves: string;
  readonly tabIndents: string;
  readonly leave: string;
  readonly runKey: (key: string) => string;
  readonly didYouMean: (name: string) => string;
  readonly json: Readonly<Record<JsonProblemCode, (detail: string) => string>>;
  readonly input: Readonly<Record<InputProblem["kind"], (name: string, expected: string) => string>>;
  readonly fix: (title: FixTitle) => string;
  readonly fixed: (what: string) => string;
  readonly answer: string;
  readonly answerHint: string;
  readonly choices: string;
  readonly compare: string;
  readonly compareHint: string;
  readonly backToText: string;
  readonly register: string;
  readonly registerHint: string;
  readonly fixKey: string;
  readonly changes: ChangesTexts;
}

/** Words around the differences between a text and the revision before it. */
export interface ChangesTexts {
  readonly title: (revision: string) => string;
  readonly none: (revision: string) => string;
  readonly first: (family: string) => string;
  readonly notReady: string;
  readonly added: string;
  readonly removed: string;
  readonly count: (added: number, removed: number) => string;
}

const plural = (count: number, one: string, many: string): string => `${count} ${count === 1 ? one : many}`;

const en: EditorTexts = {
  editor: "Editor",
  files: "Files",
  textOf: (file) => `Text of ${file}`,
  open: "Full editor",
  opening: "Loading the full editor …",
  openFailed: "The full editor could not be loaded. This one keeps working.",
  plain: "Plain text",
  format: "Format",
  formatFailed: "This is not JSON yet, so it cannot be formatted: see the problems below.",
  readonly: "read only",
  problems: "Problems",
  noProblems: "No problems found",
  notChecked: "A script: not checked here",
  count: (errors, warnings) => {
    const parts = [];
    if (errors > 0) parts.push(plural(errors, "error", "errors"));
    if (warnings > 0) parts.push(plural(warnings, "warning", "warnings"));
    return parts.join(", ");
  },
  severity: { error: "Error", warning: "Warning", info: "Note" },
  line: (line) => `line ${line}`,
  more: (count) => `and ${count} more`,
  tabMoves: "Tab leaves the editor · Ctrl+M: Tab indents",
  tabIndents: "Tab indents · Ctrl+M: Tab leaves the editor",
  leave: "Esc leaves",
  runKey: (key) => `${key} runs`,
  didYouMean: (name) => `Did you mean “${name}”?`,
  json: FAULT_TEXTS,
  input: {
    missing: (name) => `“${name}” is required here.`,
    unknown: (name) => `“${name}” is no field of this object.`,
    type: (found, expected) => `Expected ${expected}, found ${found}.`,
    length: (name, least) => `“${name}” needs at least ${least}.`,
    value: (name, least) => `“${name}” is at least ${least}.`,
  },
  fix: fixText,
  fixed: (what) => `Done: ${what}. Undo takes it back.`,
  answer: "This is an answer of describe-task-definition: only what stands in “taskDefinition” can be registered.",
  answerHint: "Clean it up: keep the definition and leave out what only AWS can set.",
  choices: "Allowed here",
  compare: "Changes",
  compareHint: "Compare with the newest revision of this family",
  backToText: "Back to the text",
  register: "Register",
  registerHint: "Register a new revision, without running it",
  fixKey: "Ctrl+. goes to the fix",
  changes: {
    title: (revision) => `What registering would change since ${revision}`,
    none: (revision) => `Nothing would change: this is ${revision}.`,
    first: (family) => `${family} has no active revision yet: this would be its first.`,
    notReady: "The text must be JSON and name a family before it can be compared.",
    added: "new",
    removed: "gone",
    count: (added, removed) => `${plural(added, "line", "lines")} new, ${plural(removed, "line", "lines")} gone`,
  },
};

const vi: EditorTexts = {
  editor: "Trình soạn thảo",
  files: "Tệp",
  textOf: (file) => `Nội dung của ${file}`,
  open: "Trình soạn thảo đầy đủ",
  opening: "Đang tải trình soạn thảo đầy đủ …",
  openFailed: "Không tải được trình soạn thảo đầy đủ. Bạn vẫn dùng được ô soạn thảo này.",
  plain: "Văn bản thường",
  format: "Định dạng",
  formatFailed: "Chưa phải JSON hợp lệ nên chưa định dạng được: xem các vấn đề bên dưới.",
  readonly: "chỉ đọc",
  problems: "Vấn đề",
  noProblems: "Không thấy vấn đề nào",
  notChecked: "Đây là script: không được kiểm tra ở đây",
  count: (errors, warnings) => {
    const parts = [];
    if (errors > 0) parts.push(`${errors} lỗi`);
    if (warnings > 0) parts.push(`${warnings} cảnh báo`);
    return parts.join(", ");
  },
  severity: { error: "Lỗi", warning: "Cảnh báo", info: "Ghi chú" },
  line: (line) => `dòng ${line}`,
  more: (count) => `và ${count} vấn đề nữa`,
  tabMoves: "Tab rời trình soạn thảo · Ctrl+M: Tab thụt lề",
  tabIndents: "Tab thụt lề · Ctrl+M: Tab rời trình soạn thảo",
  leave: "Esc để rời",
  runKey: (key) => `${key} để chạy`,
  didYouMean: (name) => `Ý bạn là “${name}”?`,
  json: {
    badControlCharacter: () => "Chuỗi không được chứa tab hay ký tự điều khiển: hãy viết \\t hoặc \\u....",
    badEscape: (detail) => `“${detail}” không phải ký tự thoát của JSON. Dấu gạch chéo ngược viết hai lần: \\\\`,
    badNumber: (detail) => `“${detail}” không phải số trong JSON.`,
    badWord: (detail) => `“${detail}” không phải giá trị JSON. Văn bản phải nằm trong dấu nháy kép.`,
    comment: () => "JSON không có chú thích.",
    duplicateKey: (detail) => `“${detail}” xuất hiện hai lần: chỉ lần cuối có hiệu lực.`,
    empty: () => "Tệp đang trống: một định nghĩa bắt đầu bằng {",
    expectedColon: () => "Thiếu dấu hai chấm giữa khóa và giá trị.",
    expectedComma: () => "Thiếu dấu phẩy sau phần này.",
    expectedKey: () => "Ở đây thiếu một khóa trong dấu nháy kép.",
    expectedValue: () => "Ở đây thiếu một giá trị.",
    extraText: () => "Có văn bản thừa sau khi JSON đã kết thúc.",
    singleQuotes: () => "JSON dùng dấu nháy kép.",
    strayCloser: () => "Dấu ngoặc này không đóng gì cả.",
    tooDeep: () => "Lồng quá sâu nên không kiểm tra được.",
    tooLarge: () => "Tệp lớn hơn 1 MiB nên không được kiểm tra.",
    trailingComma: () => "Không đặt dấu phẩy sau phần tử cuối.",
    unclosed: () => "Dấu ngoặc này chưa được đóng.",
    unterminatedString: () => "Thiếu dấu nháy đóng.",
  },
  input: {
    missing: (name) => `Ở đây bắt buộc có “${name}”.`,
    unknown: (name) => `“${name}” không phải trường của đối tượng này.`,
    type: (found, expected) => `Cần kiểu ${expected}, nhưng gặp ${found}.`,
    length: (name, least) => `“${name}” cần ít nhất ${least}.`,
    value: (name, least) => `“${name}” tối thiểu là ${least}.`,
  },
  fix: fixInVietnamese,
  fixed: (what) => `Đã xong: ${what}. Có thể hoàn tác.`,
  answer: "Đây là kết quả của describe-task-definition: chỉ phần trong “taskDefinition” mới đăng ký được.",
  answerHint: "Hãy dọn lại: giữ definition, bỏ những gì chỉ AWS mới đặt được.",
  choices: "Giá trị hợp lệ",
  compare: "Thay đổi",
  compareHint: "So với revision mới nhất của family này",
  backToText: "Về văn bản",
  register: "Đăng ký",
  registerHint: "Đăng ký một revision mới, không chạy",
  fixKey: "Ctrl+. tới cách sửa",
  changes: {
    title: (revision) => `Nếu đăng ký thì khác ${revision} những gì`,
    none: (revision) => `Không có gì khác: đây chính là ${revision}.`,
    first: (family) => `${family} chưa có revision nào đang hoạt động: đây sẽ là revision đầu tiên.`,
    notReady: "Văn bản phải là JSON và có family thì mới so được.",
    added: "thêm",
    removed: "bỏ",
    count: (added, removed) => `thêm ${added} dòng, bỏ ${removed} dòng`,
  },
};

function fixInVietnamese({ kind, subject, value = "" }: FixTitle): string {
  const texts: Readonly<Record<FixTitle["kind"], string>> = {
    set: `Đặt ${subject} thành ${value}`,
    add: value === "" ? `Thêm ${subject}` : `Thêm ${subject}: ${value}`,
    remove: `Bỏ ${subject}`,
    rename: `Đổi tên ${subject} thành ${value}`,
    move: `Chuyển ${subject} sang ${value}`,
    insert: `Chèn ${subject}`,
    quote: "Dùng dấu nháy kép",
    cleanUp: "Dọn lại: chỉ giữ những gì đăng ký được",
  };
  return texts[kind];
}

/** The table for a language tag (`vi`, `vi-VN`); English for every other. */
export function editorTexts(lang: string): EditorTexts {
  return lang.toLowerCase().startsWith("vi") ? vi : en;
}
