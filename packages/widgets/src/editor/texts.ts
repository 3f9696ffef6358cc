/** Everything that the editor says, in every language of the course. AWS's own messages are not here: they stay AWS's. */
import type { SchemaProblem } from "./json/check-schema.ts";
import type { JsonProblemCode } from "./json/scan-json.ts";

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
  readonly schema: Readonly<Record<SchemaProblem["code"], (name: string, expected: string) => string>>;
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
  json: {
    badControlCharacter: () => "A string cannot hold a raw tab or control character: write \\t or \\u....",
    badEscape: (detail) => `“${detail}” is no escape of JSON. For a backslash write two: \\\\`,
    badNumber: (detail) => `“${detail}” is no number of JSON.`,
    badWord: (detail) => `“${detail}” is no value of JSON. Text needs double quotes.`,
    comment: () => "JSON has no comments.",
    duplicateKey: (detail) => `“${detail}” stands here twice: only the last one counts.`,
    empty: () => "The file is empty: a definition starts with {",
    expectedColon: () => "A colon is missing between the key and its value.",
    expectedComma: () => "A comma is missing after this.",
    expectedKey: () => "A key in double quotes is missing here.",
    expectedValue: () => "A value is missing here.",
    extraText: () => "There is text after the end of the JSON.",
    singleQuotes: () => "JSON uses double quotes.",
    strayCloser: () => "This bracket closes nothing.",
    tooDeep: () => "This is nested too deeply to be checked.",
    tooLarge: () => "The file is larger than 1 MiB and is not checked.",
    trailingComma: () => "No comma after the last item.",
    unclosed: () => "This bracket is never closed.",
    unterminatedString: () => "The closing quote is missing.",
  },
  schema: {
    wrongType: (name, expected) => `Expected ${expected}, found ${name}.`,
    missing: (name) => `“${name}” is required here.`,
    unknown: (name) => `“${name}” is no field of this object.`,
    notInEnum: (name, expected) => `${name} is none of: ${expected}.`,
    tooSmall: (name, expected) => `${name} is below the least value, ${expected}.`,
    tooBig: (name, expected) => `${name} is above the greatest value, ${expected}.`,
    pattern: (name, expected) => `${name} does not match ${expected}`,
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
  schema: {
    wrongType: (name, expected) => `Cần kiểu ${expected}, nhưng gặp ${name}.`,
    missing: (name) => `Ở đây bắt buộc có “${name}”.`,
    unknown: (name) => `“${name}” không phải trường của đối tượng này.`,
    notInEnum: (name, expected) => `${name} không thuộc các giá trị: ${expected}.`,
    tooSmall: (name, expected) => `${name} nhỏ hơn mức tối thiểu ${expected}.`,
    tooBig: (name, expected) => `${name} lớn hơn mức tối đa ${expected}.`,
    pattern: (name, expected) => `${name} không khớp ${expected}`,
  },
};

/** The table for a language tag (`vi`, `vi-VN`); English for every other. */
export function editorTexts(lang: string): EditorTexts {
  return lang.toLowerCase().startsWith("vi") ? vi : en;
}
