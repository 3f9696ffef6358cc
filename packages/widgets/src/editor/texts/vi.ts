/** Everything that the editor says, in Vietnamese. AWS's own messages are not here: they stay AWS's. */
import type { FixTitle } from "@quayside/linter";
import type { EditorTexts } from "./en.ts";
import { HINTS, PRACTICES } from "./vi-hints.ts";

export const vi: EditorTexts = {
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
  hint: (rule, english) => HINTS[rule] ?? english,
  practice: (rule, english, value) => PRACTICES[rule]?.(value) ?? english,
  fix: fixInVietnamese,
  fixed: (what) => `Đã xong: ${what}. Có thể hoàn tác.`,
  answer: "Đây là kết quả của describe-task-definition: chỉ phần trong “taskDefinition” mới đăng ký được.",
  answerHint: "Hãy dọn lại: giữ definition, bỏ những gì chỉ AWS mới đặt được.",
  choices: "Giá trị hợp lệ",
  compare: "Thay đổi",
  compareHint: "So với revision mới nhất của family này",
  backToText: "Về văn bản",
  register: "Đăng ký",
  reset: "Lấy lại tệp gốc",
  resetHint: "Tệp như lúc đầu; hoàn tác để lấy lại bản của bạn",
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
