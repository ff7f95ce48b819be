#include "lookup/scan/line_words.h"

#include <algorithm>

#include "lookup/base/ascii.h"

namespace errlookup {

bool ContainsAny(std::string_view text, std::initializer_list<std::string_view> words) {
  return std::any_of(words.begin(), words.end(),
                     [&](std::string_view word) { return text.find(word) != std::string_view::npos; });
}

bool HasWordFrom(std::string_view text, std::initializer_list<std::string_view> words) {
  for (const std::string_view word : words) {
    for (std::size_t at = text.find(word); at != std::string_view::npos; at = text.find(word, at + 1))
      if (at == 0 || !IsLetter(text[at - 1])) return true;
  }
  return false;
}

bool HasErrorWord(std::string_view line) {
  return ContainsAny(line, {"err", "fail", "fehl", "code", "status", "hresult", "return", "reason", "exit", "result",
                            "denied", "reject", "abort", "exception", "cannot", "unable", "impossib", "imposible", "échec", "echec", "erro",
                            "chyb", "fout", "fejl", "hata", "virhe", "błąd", "ошиб", "помилк", "сбой", "код ", "错误", "錯誤",
                            "失败", "失敗", "エラー", "오류", "에러", "실패", "报", "報", "异常", "異常"});
}

bool HasVpnWord(std::string_view line) {
  return ContainsAny(line, {"vpn", "l2tp", "ikev2", "ipsec", "pptp", "sstp", "tunnel", "remote access", "remoteaccess", "coid={",
                            // the same in the languages of rasdial
                            "acceso remoto", "acesso remoto", "accesso remoto", "accès à distance", "remotezugriff", "externe toegang",
                            "dostęp zdalny", "удаленного доступа", "远程访问", "遠端存取", "リモート アクセス", "원격 액세스"}) ||
         HasWordFrom(line, {"ras", "rras", "ike", "dial", "eap"});
}

bool HasForeignWord(std::string_view line) {
  return HasWordFrom(line, {"http", "sql", "mysql", "oracle", "ora-", "smtp", "ftp", "imap", "php", "java", "nginx", "apache",
                            "iis", "msi", "kernel", "linux", "android", "firefox", "printer", "fax", "sap", "jdbc", "nfs", "npm",
                            "postgres", "postfix", "sshd", "pluto[", "pppd[", "xl2tpd[", "systemd", "dhcpd", "abap", "ksedmp"});
}

bool HasForeignId(std::string_view line) {
  for (std::size_t dash = line.find('-'); dash != std::string_view::npos; dash = line.find('-', dash + 1)) {
    std::size_t begin = dash;
    while (begin > 0 && (IsUpperLetter(line[begin - 1]) || (dash - begin > 0 && IsDigit(line[begin - 1])))) --begin;
    std::size_t end = dash + 1;
    while (end < line.size() && IsDigit(line[end])) ++end;
    const bool is_id = dash - begin >= 2 && dash - begin <= 5 && end - dash - 1 >= 4 && end - dash - 1 <= 6;
    const bool stands_alone = begin == 0 || !IsWordByte(line[begin - 1]);
    if (is_id && stands_alone && (end == line.size() || line[end] == ':')) return true;
  }
  return false;
}

bool IsStrongErrorWord(std::string_view word) {
  if (word == "err") return true;
  return ContainsAny(word, {"error", "fehler", "erreur", "fail", "errore", "erro", "fout", "fejl", "chyb", "hata",
                            "virhe", "blad", "bled", "eroare", "ошиб", "помилк", "hiba", "feil", "fel", "錯誤", "错误",
                            "エラー", "오류", "에러"});
}

}  // namespace errlookup
