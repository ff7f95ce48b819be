#include "lookup/engine/code_context.h"

#include <algorithm>
#include <cstdint>
#include <iterator>

namespace errlookup {
namespace {

// Words in folded form (lookup/text/fold.h), ordered by bytes.

// Announce a code, in the languages of Windows. Words that contain "error", "status" and the like are
// recognised by IsErrorWord and are not listed.
constexpr std::string_view kAnnouncers[] = {
    "blad", "bledem", "bledu", "bledzie", "chyba", "chybou", "chybu", "chyby", "cod", "code", "codes", "codice",
    "codigo", "codul", "ergebnis", "eroare", "eroarea", "err", "errno", "erro", "errore", "errori", "erros",
    "errs", "feil", "fejl", "fel", "felet", "fout", "fouten", "greska", "hata", "hatasi", "hiba", "hibat", "hr",
    "kesalahan", "klaida", "kluda", "kod", "koda", "kode", "kodem", "kodom", "kodu", "koodi", "lasterror",
    "loi", "napaka", "ralat", "rc", "reason", "result", "resultado", "resultat", "results", "ret", "retcode",
    "return", "returned", "returning", "returns", "retval", "risultato", "scode", "viga", "virhe", "virheen",
    "win32", "winerror", "wynik", "κωδικος", "σφαλμα", "код", "кода", "кодом", "коду", "ошибка", "ошибке",
    "ошибки", "ошибкои", "ошибку", "помилка", "помилки", "помилку", "результат", "сбои",
};

// May stand between the announcement and the number.
constexpr std::string_view kFillers[] = {
    "a", "an", "are", "as", "avec", "com", "con", "das", "dec", "decimal", "dem", "der", "di", "die", "dword",
    "e", "ein", "el", "es", "est", "foi", "following", "fue", "here", "het", "hex", "hexadecimal",
    "hexadecimale", "il", "int", "is", "ist", "la", "lautet", "le", "les", "lo", "long", "los", "med", "met",
    "mit", "n", "no", "nr", "num", "number", "numer", "numero", "nummer", "o", "of", "on", "os", "s", "same",
    "the", "this", "to", "uint32", "ulong", "un", "una", "une", "unknown", "val", "valor", "value", "van",
    "war", "was", "wert", "with", "z", "и", "на", "с",
};

// Directly before a number: it counts, addresses or identifies something else.
constexpr std::string_view kNotCodes[] = {
    "addr", "address", "aes", "after", "android", "apres", "at", "attempt", "attempts", "bind", "bits", "block",
    "bug", "build", "builds", "bytes", "case", "centos", "channel", "chapter", "chrome", "col", "column",
    "commit", "cookie", "count", "cve", "date", "day", "debian", "despues", "dhgroup", "dopo", "duration",
    "elapsed", "ereignis", "ereignisid", "evenement", "event", "eventid", "evento", "events", "every", "evt",
    "ext", "extension", "fax", "field", "figure", "filterid", "firefox", "flag", "flags", "gid", "group",
    "handle", "http", "https", "id", "ids", "ifindex", "index", "inode", "interface", "interval", "invoice",
    "ios", "issue", "issues", "item", "job", "kb", "key", "keysize", "layer", "layerid", "len", "length",
    "level", "lifetime", "ligne", "line", "linea", "lines", "linux", "listen", "listening", "localport", "luid",
    "macos", "mask", "md5", "message", "model", "modp", "month", "msg", "mss", "mtu", "na", "nach", "node",
    "offset", "order", "osversion", "osx", "packet", "page", "part", "patch", "phase", "phone", "pid", "pin",
    "po", "poort", "port", "porta", "porte", "ports", "portu", "ppid", "pr", "price", "proceso", "process",
    "processid", "processo", "processus", "prozess", "puerto", "pull", "queue", "record", "regel", "release",
    "remoteport", "request", "response", "retry", "rev", "revision", "rfc", "rid", "riga", "room", "row",
    "rows", "rsa", "runtimeid", "section", "sector", "seq", "sequence", "serial", "session", "sha", "sha2",
    "sid", "size", "slot", "spi", "spis", "ssh", "ssl", "step", "table", "task", "tcp", "tel", "thread",
    "threadid", "ticket", "tid", "time", "timeout", "tls", "took", "total", "track", "type", "ubuntu", "udp",
    "uid", "update", "updates", "uptime", "user", "users", "v", "ver", "versie", "version", "versione",
    "versions", "vlan", "weight", "year", "zeile", "zip", "версия", "порт", "порта", "после", "поток",
    "процесс", "сборка", "событие", "строка", "через",
};

// Directly after a number: it is an amount.
constexpr std::string_view kUnits[] = {
    "archivos", "attempts", "bit", "bits", "byte", "bytes", "clients", "cm", "connections", "dagen", "dateien",
    "day", "days", "dias", "dni", "dollars", "entries", "errors", "eur", "euros", "events", "failures", "files",
    "fois", "gb", "gbp", "gbps", "ghz", "gib", "giorni", "godzin", "h", "heures", "hits", "horas", "hour",
    "hours", "hr", "hrs", "hz", "items", "jours", "kb", "kbps", "khz", "kib", "km", "lines", "mal", "mb",
    "mbps", "messages", "meters", "mhz", "mib", "microseconds", "miles", "milisegundos", "milissegundos",
    "millisecond", "milliseconden", "millisecondes", "millisecondi", "milliseconds", "millisekunden", "min",
    "mins", "minut", "minute", "minuten", "minutes", "minuti", "minutos", "mm", "month", "months", "ms", "msec",
    "msecs", "nanoseconds", "ns", "objects", "octets", "ore", "packet", "packets", "people", "percent",
    "pixels", "points", "px", "records", "requests", "retries", "rows", "s", "sec", "second", "seconden",
    "secondes", "secondi", "seconds", "secs", "segundos", "sekund", "sekunde", "sekunden", "sessions",
    "stunden", "tage", "tb", "tests", "times", "tries", "us", "usd", "usec", "users", "uur", "veces", "vezes",
    "views", "warnings", "week", "weeks", "year", "years", "баит", "днеи", "мин", "минут", "мс", "раз", "сек",
    "секунд", "секунды", "фаилов", "часов",
};

// Codes that are not errors of Windows: "exit code 809" may be anything.
constexpr std::string_view kOtherCodes[] = {"area", "country", "exit", "http", "postal", "product", "response", "source", "status", "zip"};

// Why a policy server refused or an event happened. The reason codes of NPS are numbers of their own, 0 to 303, as its
// page "NPS Reason Codes" lists them; what RasClient calls a reason is an error of RAS, 600 and more.
constexpr std::string_view kReasons[] = {"motif", "motivo", "raison", "razon", "reason", "ursachencode"};
constexpr std::uint32_t kFirstReasonOfRas = 600;

// Between two codes.
constexpr std::string_view kJoiners[] = {
    "a", "and", "e", "eller", "en", "es", "et", "i", "ja", "lub", "nebo", "o", "och", "oder", "of", "og", "or",
    "oraz", "ou", "plus", "sau", "si", "tai", "then", "und", "vagy", "ve", "versus", "veya", "vs", "y", "и",
    "или",
};

// Names of systems: "Windows 10", "Server 2019", but "Windows 809" and "Windows 13801" are codes.
constexpr std::string_view kSystems[] = {"server", "win", "windows"};

// After an announcer these are no longer excuses: "error message 809", "error id 13801".
constexpr std::string_view kNeutralAfterAnnouncer[] = {"event", "id", "level", "message", "msg", "type", "version"};

// Endings of file names: "13801.html".
constexpr std::string_view kExtensions[] = {"c",   "cc",  "com",  "conf", "cpp", "cs",  "csv", "dll", "doc", "etl", "evtx", "exe", "gif",
                                            "htm", "html", "jpg", "js",   "json", "log", "md", "msi", "pcap", "pdf", "php", "png",
                                            "ps1", "py",  "sys",  "txt",  "xml", "zip"};

template <typename Table>
constexpr bool IsSorted(const Table& table) {
  return std::is_sorted(std::begin(table), std::end(table));
}
static_assert(IsSorted(kAnnouncers) && IsSorted(kFillers) && IsSorted(kNotCodes) && IsSorted(kUnits));
static_assert(IsSorted(kReasons) && IsSorted(kOtherCodes) && IsSorted(kJoiners) && IsSorted(kSystems) && IsSorted(kNeutralAfterAnnouncer) && IsSorted(kExtensions));

template <typename Table>
bool IsOneOf(const Table& table, std::string_view word) {
  return std::binary_search(std::begin(table), std::end(table), word);
}

bool Contains(std::string_view text, std::string_view part) { return text.find(part) != std::string_view::npos; }

bool IsErrorWord(std::string_view word) {
  if (word.size() < 2) return false;
  if (IsOneOf(kAnnouncers, word)) return true;
  for (const std::string_view part : {"error", "fehler", "erreur", "hresult", "status", "exception", "fail", "errcode"})
    if (Contains(word, part)) return true;
  if (word.ends_with("_err")) return true;
  return word.ends_with("code") && word != "barcode" && word != "keycode" && word != "opcode" && word != "zipcode";
}

// Han, Kana and Hangul have no word bounds: 错误代码, 报错, エラーコード, 오류.
bool IsPairedErrorWord(std::string_view run) {
  for (const std::string_view part : {"错误", "錯誤", "错誤", "代码", "代碼", "報錯", "报错", "报", "失败", "失敗", "エラー", "コード", "오류", "에러", "코드", "실패"})
    if (Contains(run, part)) return true;
  return false;
}

bool IsPairedUnit(std::string_view run) {
  for (const std::string_view unit : {"毫秒", "秒", "分", "小时", "小時", "時間", "天", "年", "月", "日", "次", "个", "個", "台", "ミリ秒", "초", "분", "시간", "년", "월", "일", "개", "회", "페이지"})
    if (run.starts_with(unit)) return true;
  return false;
}

bool IsDecimalWord(std::string_view word) {
  return !word.empty() && word.find_first_not_of("0123456789") == std::string_view::npos;
}
bool StartsWithDigit(std::string_view word) { return !word.empty() && word[0] >= '0' && word[0] <= '9'; }
bool IsCodeLength(std::string_view word) { return IsDecimalWord(word) && word.size() >= 3 && word.size() <= 5; }

bool IsExplicit(const Number& number) {
  return number.notation == Notation::kExplicitHex || number.notation == Notation::kBytes;
}

// What stands on the left without a blank.
Place PlaceGluedLeft(const TokenList& tokens, const Number& number) {
  const int left = number.begin_token - 1;
  const std::string_view word = tokens.Word(left - 1);
  const bool is_announced = IsErrorWord(word);
  switch (tokens.Punct(left)) {
    case '\0':
      return tokens.IsWord(left) && !IsErrorWord(tokens.Word(left)) ? Place::kNotACode : Place::kPlain;
    case '.':
      return word.empty() ? Place::kPlain : Place::kNotACode;
    case ':':
      return word.empty() || is_announced || IsExplicit(number) ? Place::kPlain : Place::kNotACode;
    case '-':
      return word.empty() || is_announced || IsExplicit(number) ? Place::kPlain : Place::kNotACode;
    case '/':
      return word.empty() || IsCodeLength(word) || IsExplicit(number) ? Place::kPlain : Place::kNotACode;
    case '[':
      if (!word.empty()) return is_announced ? Place::kPlain : Place::kNotACode;
      return IsExplicit(number) ? Place::kPlain : Place::kDoubtful;
    case '#':
      return is_announced ? Place::kAnnounced : Place::kDoubtful;
    case '%':  // "%%13801": a message of an event that is filled in from the system
      return tokens.Punct(left - 1) == '%' ? Place::kAnnounced : IsExplicit(number) ? Place::kPlain : Place::kNotACode;
    case '\\': case '@': case '~': case '^': case '*':
      return IsExplicit(number) ? Place::kPlain : Place::kNotACode;
    default:
      return Place::kPlain;
  }
}

Place PlaceGluedRight(const TokenList& tokens, const Number& number) {
  const int right = number.end_token;
  const std::string_view word = tokens.Word(right + 1);
  switch (tokens.Punct(right)) {
    case '%':
      return Place::kNotACode;
    case '#':  // "[error] 13806#13806:" of nginx, process and thread
      return StartsWithDigit(word) ? Place::kNotACode : Place::kPlain;
    case '.':
      return StartsWithDigit(word) || IsOneOf(kExtensions, word) ? Place::kNotACode : Place::kPlain;
    case ':':
      return StartsWithDigit(word) && !IsExplicit(number) ? Place::kNotACode : Place::kPlain;
    case '-':
      if (word.empty()) return Place::kPlain;
      return StartsWithDigit(word) ? Place::kNotACode : Place::kDoubtful;
    case '/':
      return word.empty() || IsCodeLength(word) || word.starts_with("0x") ? Place::kPlain : Place::kNotACode;
    case '?':  // or what ASCII has not: "691→61" is a count that fell
      return StartsWithDigit(word) ? Place::kNotACode : Place::kPlain;
    default:
      return Place::kPlain;
  }
}

// "reason 258", "reason code: 66", at the word that announces.
bool IsSmallReason(const TokenList& tokens, int announcer, const Number& number) {
  if (number.notation != Notation::kDecimal || number.value >= kFirstReasonOfRas) return false;
  if (IsOneOf(kReasons, tokens.Word(announcer))) return true;
  return tokens.Word(announcer) == "code" && IsOneOf(kReasons, tokens.Word(announcer - 2));
}

bool SpeaksOfPolicyServer(const TokenList& tokens) {
  for (int i = 0; i < tokens.size(); ++i)
    for (const std::string_view word : {"nps", "radius", "6272", "6273", "6274", "6278"})
      if (tokens.Word(i) == word) return true;
  return false;
}

// The nearest word on the left that is not a filler decides.
Place PlaceByWordsBefore(const TokenList& tokens, const Number& number) {
  constexpr int kMostWords = 5;
  int word_count = 0;
  for (int i = number.begin_token - 1; i >= 0 && word_count < kMostWords; --i) {
    if (tokens.IsPaired(i)) return IsPairedErrorWord(tokens.text(i)) ? Place::kAnnounced : Place::kPlain;
    const char punct = tokens.Punct(i);
    const bool is_sentence_end = (punct == '.' || punct == '!' || punct == '?') && tokens.IsBlank(i + 1);
    if (punct == ';' || punct == '|' || is_sentence_end) return Place::kPlain;
    const std::string_view word = tokens.Word(i);
    if (word.empty()) continue;
    ++word_count;
    if (IsSmallReason(tokens, i, number)) return SpeaksOfPolicyServer(tokens) ? Place::kNotACode : Place::kDoubtful;
    if (IsErrorWord(word)) return word == "code" && IsOneOf(kOtherCodes, tokens.Word(i - 2)) ? Place::kPlain : Place::kAnnounced;
    const bool is_directly_before = word_count == 1;
    if (number.notation == Notation::kBytes && (word == "bytes" || word == "byte")) continue;
    if (IsOneOf(kNotCodes, word)) {
      const std::string_view before = tokens.Word(i - 2);
      if (IsOneOf(kNeutralAfterAnnouncer, word) && IsErrorWord(before)) return Place::kAnnounced;
      return Place::kNotACode;
    }
    if (is_directly_before && IsOneOf(kSystems, word))
      return number.digit_count == 3 || number.digit_count >= 5 ? Place::kPlain : Place::kNotACode;
    if (!IsOneOf(kFillers, word)) return Place::kPlain;
  }
  return Place::kPlain;
}

// "13801 error", "809 Fehler"; "13868 ms".
Place PlaceByWordAfter(const TokenList& tokens, const Number& number) {
  int i = number.end_token;
  const bool has_blank = tokens.IsBlank(i);
  if (has_blank) ++i;
  if (tokens.IsPaired(i)) {
    if (IsPairedUnit(tokens.text(i))) return Place::kNotACode;
    return IsPairedErrorWord(tokens.text(i)) ? Place::kAnnounced : Place::kPlain;
  }
  if (tokens.IsPunct(i, '%')) return Place::kNotACode;
  const std::string_view word = tokens.Word(i);
  if (word.empty() || !has_blank) return Place::kPlain;
  if (IsOneOf(kUnits, word)) return IsExplicit(number) ? Place::kPlain : Place::kNotACode;
  const bool is_announcer = word == "error" || word == "fehler" || word == "erreur" || IsOneOf(kAnnouncers, word);
  return is_announcer ? Place::kAnnounced : Place::kPlain;
}

}  // namespace

Place PlaceOf(const TokenList& tokens, const Number& number) {
  const Place left = PlaceGluedLeft(tokens, number);
  const Place right = PlaceGluedRight(tokens, number);
  const Place before = PlaceByWordsBefore(tokens, number);
  const Place after = PlaceByWordAfter(tokens, number);
  if (left == Place::kNotACode || right == Place::kNotACode) return Place::kNotACode;
  if (before == Place::kNotACode || after == Place::kNotACode) return Place::kNotACode;
  if (left == Place::kAnnounced || before == Place::kAnnounced || after == Place::kAnnounced) return Place::kAnnounced;
  if (left == Place::kDoubtful || right == Place::kDoubtful || before == Place::kDoubtful) return Place::kDoubtful;
  return Place::kPlain;
}

bool IsCodeTalk(std::string_view word) {
  return IsErrorWord(word) || IsOneOf(kFillers, word) || IsOneOf(kSystems, word) || IsOneOf(kJoiners, word);
}

bool JoinsCodes(const TokenList& tokens, int begin, int end) {
  int word_count = 0;
  for (int i = begin; i < end; ++i) {
    if (tokens.IsPaired(i)) return false;
    const std::string_view word = tokens.Word(i);
    if (word.empty()) continue;
    if (!IsOneOf(kJoiners, word) || ++word_count > 1) return false;
  }
  return end - begin <= 5;
}

}  // namespace errlookup
