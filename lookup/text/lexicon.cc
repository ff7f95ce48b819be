#include "lookup/text/lexicon.h"

#include <algorithm>
#include <cstdint>
#include <iterator>

#include "lookup/base/utf8.h"
#include "lookup/text/fold.h"

namespace errlookup {
namespace {

// A line for each idea: the English words, then folded stems in German, French, Spanish, Italian, Portuguese,
// Russian, Chinese (simplified, traditional), Japanese, Korean and, for the commoner ideas, others.
constexpr std::string_view kIdeas =
    "policy: richtlinie strategie politique directiva directive criteri criterio politica diretiva politic"
    " политик beleid zasad ilke ilkesi politik princip 策略 原則 ポリシー 정책\n"
    "match: ubereinstimm correspond coinciden coincide corrispond correspondenc соответств совпад zgodn"
    " dopasow overeenkom eslesm eslem shod matchn matchning 匹配 相符 一致 일치\n"
    "mismatch: nichtubereinstimm несоответств несовпад 不匹配 不相符 不一致 불일치\n"
    "authentication authenticate: authentifizier authentisier authentifi autentica autenticac autenticaz"
    " подлинност аутентифик 身份验证 身分驗證 验证 驗證 認証 인증 uwierzyteln kimlik overen autentis\n"
    "credentials: anmeldeinformation anmeldedaten identification credencial credenzial credenciai учетны данны"
    " 凭据 凭证 認證 資格情報 자격 poswiadcz referenties aanmeldingsgegev\n"
    "unacceptable acceptable: akzeptab unannehmbar inacceptab acceptables aceptab inaceptab accettabil"
    " inaccettabil aceitav inaceitav неприемлем приемлем 不可接受 无法接受 無法接受 接受 受け入れ 受け付け 허용 수락\n"
    "security: sicherheit securit seguridad sicurezza seguranca безопасност 安全 セキュリティ 보안 zabezpiecz bezpieczen"
    " beveilig guvenlik sakerhet zabezpec\n"
    "attributes: attribut atribut attributi атрибут 属性 屬性 특성 atrybut\n"
    "negotiation negotiate: aushandlung verhandlung aushandeln negociat negociac negociar negozia согласован"
    " переговор 协商 交涉 ネゴシエー ネゴシエート 협상 negocja onderhandel\n"
    "progress: bearbeitung gange curso corso andamento выполня процесс 正在进行 进行中 進行中 進行 진행\n"
    "timed out: zeituberschreitung zeitlimit delai expirat espera tempo limite attesa таимаут ожидани время 超时"
    " 逾時 タイムアウト 시간 초과 czasu zaman asimi\n"
    "peer: gegenstelle homologue interlocuteur pair nivel узл одноранг 对等 對等 对方 對方 ピア 피어 상대 partner\n"
    "response respond: antwort antwortet reponse repond respuesta responde risposta risponde resposta ответ"
    " отвечает 响应 回應 响應 応答 응답 odpowied odpowiada antwoord reageert yanit svar odpoved\n"
    "certificate: zertifikat certificat certificado certificato certificati сертификат 证书 憑證 証明書 인증서"
    " certyfikat certyfikatu certificaat sertifika certifikat tanusitvany\n"
    "machine computer: rechner ordinateur equipo ordenador maquina macchina компьютер 计算机 電腦 计算機 コンピューター"
    " コンピュータ マシン 컴퓨터 시스템 komputer\n"
    "valid: gultig valide valido valida допустим деиствител 有效 유효 prawidlow waznego geldig gecerli platny"
    " giltig\n"
    "invalid: ungultig invalide invalido invalida nicht недопустим недеиствител неверн неправильн 无效 無效 無効 잘못"
    " nieprawidlow ongeldig gecersiz neplatn ogiltig ervenytel\n"
    "not found: gefunden trouve trouver introuvable encontr trovat trovare trovar наити наиден 找到 找不到 未找到 見つかり"
    " 見つから 찾을 찾지 znalez znalezion gevonden bulunama nalezen hittades\n"
    "failed failure: fehlgeschlagen gescheitert misslung echec echoue fallo fallida fallita fallito riuscit"
    " riuscita impossibile falha falhou сбои удалось неудач 失败 失敗 실패 niepowodz powiod mislukt basarisiz selhal"
    " misslyck\n"
    "payload: nutzlast nutzdaten utile carga полезн нагрузк 负载 负荷 有效负载 承載 裝載 ペイロード 페이로드\n"
    "processing process: verarbeitung verarbeiten traitement traiter procesar procesamiento elaborazion elabor"
    " processamento обработк обработ 处理 處理 処理 처리 przetwarz verwerk\n"
    "received: empfangen erhalten recu recue recibid ricevut recebid получен 接收 收到 受信 수신 받았 otrzyman ontvangen"
    " alindi\n"
    "deleted deletion: geloscht loschung loschen loscht supprime suppression eliminad eliminac eliminat"
    " eliminaz excluid exclus удален удаления 删除 刪除 削除 삭제 usuniet verwijder silin\n"
    "pending: ausstehend steht attente pendiente sospeso pendente ожида 挂起 擱置 待处理 保留 보류 oczekuj\n"
    "filter: filtre filtro filtri фильтр 筛选 篩選 过滤 フィルター フィルタ 필터\n"
    "quick mode: schnellmodus rapide rapido rapida быстр быстрого 快速模式 クイック 빠른 szybki\n"
    "main mode: hauptmodus principal principale основн главн 主模式 メイン 주모드 기본 glown\n"
    "transport: transporte trasporto транспорт 传输 傳輸 トランスポート 전송\n"
    "tunnel: tunel туннел тоннел 隧道 通道 トンネル 터널\n"
    "not found exist: 不存在 존재하지 있지\n"
    "exists exist: existiert bereits vorhanden existe esiste existiuje deja уже существует 存在 已存在 既に 이미 있습니다"
    " istnieje bestaat\n"
    "object: objekt objet objeto oggetto объект 对象 物件 オブジェクト 개체\n"
    "specified: angegeben specifie especific specificat указан 指定 지정 okreslon opgegeven\n"
    "used use: verwendet benutzt utilise utiliza utilizz usando использу 使用 사용 uzywan gebruikt kullanil\n"
    "connection: verbindung connexion conexion connession conexao подключен соединен 连接 連線 連接 接続 연결 polaczen"
    " verbinding baglant pripojen anslutning kapcsolat ket noi\n"
    "remote: entfernt remoteserver distant remoto remota удаленн 远程 遠端 リモート 원격 zdaln extern uzak\n"
    "server: serveur servidor сервер 服务器 伺服器 サーバー サーバ 서버 serwer sunucu kiszolgalo\n"
    "attempt: versuch verbindungsversuch tentative intento tentativo tentativa попытк 尝试 嘗試 試行 試み 시도 proba"
    " poging deneme\n"
    "layer: ebene schicht sicherheitsschicht couche capa livello camada уровн уровень レイヤー レイヤ 계층\n"
    "encountered: aufgetreten rencontre encontro verificat возник обнаружил 遇到 遭遇 発生 발생\n"
    "initial: anfang erst initiale inicial iniziale начальн 初始 初期 最初 초기\n"
    "signature: signatur firma assinatura подпис 签名 簽章 署名 서명 podpis handtekening imza\n"
    "key: schlussel cle clave chiave chave ключ 密钥 金鑰 キー 키를 키가 klucz sleutel anahtar\n"
    "private key: schlussels privaten privee privada privata закрыт 私钥 私密金鑰 秘密キー 秘密鍵 개인\n"
    "public key: offentlich publique publica pubblica открыт 公钥 公開金鑰 公開キー 공개\n"
    "preshared pre shared key: vorinstalliert gemeinsam partage prepartage compartid precondivis condivisa"
    " compartilhad общии общего 预共享 預先共用 事前共有 미리\n"
    "revocation revoked: sperrliste sperrung gesperrt widerruf revocac revoca отзыв отозван 吊销 撤銷 失効 해지"
    " uniewazn ingetrokken iptal\n"
    "check verify verification: prufung uberpruf verific comprob controll проверк провер 检查 檢查 チェック 確認 확인"
    " sprawdz\n"
    "verify: uberprufen verifier verificar verificare 校验 検証\n"
    "hash: hachage хэш хеш 哈希 雜湊 ハッシュ 해시 skrot\n"
    "algorithm: algorithmus algorithme algoritmo алгоритм 算法 演算法 アルゴリズム 알고리즘 algorytm\n"
    "encryption encrypt encrypting: verschlussel chiffrement chiffr cifrad crittograf criptograf шифрован 加密"
    " 暗号化 암호화 szyfrow versleutel\n"
    "decryption decrypt decrypting: entschlussel dechiffr descifr decrittograf descriptograf decodific расшифр"
    " дешифр 解密 復号 복호화 암호해독\n"
    "group: gruppe groupe grupo gruppo групп 群組 グループ 그룹 grup\n"
    "size: grosse taille tamano dimension tamanho размер 大小 サイズ 크기 rozmiar\n"
    "packet: paket paquet paquete pacchetto pacote пакет 数据包 封包 資料包 パケット 패킷 pakiet\n"
    "service: dienst servicio servizio servico служб 服务 服務 サービス 서비스 uslug hizmet\n"
    "not running stopped: gestartet ausgefuhrt angehalten arrete demarre ejecut detenid esecuzion arrestat"
    " execucao запущен остановлен 运行 執行 正在运行 実行 停止 실행 중지\n"
    "account: konto benutzerkonto compte cuenta conta учетная запись записи 帐户 帳戶 アカウント 계정\n"
    "disabled: deaktiviert desactiv disattiv disabilitat desabilit desativ отключен 禁用 停用 無効に 사용할 안함\n"
    "password: kennwort passwort contrasena senha парол 密码 密碼 パスワード 암호 haslo wachtwoord parola sifre"
    " heslo losenord\n"
    "user name user: benutzer benutzername utilisateur usuario utente nomeutente пользовател 用户 使用者 用户名 ユーザー"
    " 사용자 uzytkown gebruiker kullanic\n"
    "configured configuration: konfigur configure configurad configurat настроен настроик конфигурац 配置 設定 构成"
    " 構成 구성 konfigurac\n"
    "prevented denied: verhindert verweigert abgelehnt empechee empeche refuse impid denegad impedit negat"
    " negado запрещен отказано выполнено 阻止 拒绝 拒絕 被拒 防止 拒否 거부 차단 odmow geweiger\n"
    "authorized authorization: autorisier berechtig autorise autoris autoriz авториз разрешен 授权 授權 承認 권한"
    " autoryz\n"
    "unknown: unbekannt inconnu desconocid sconosciut desconhecid неизвестн 未知 不明 nieznan onbekend bilinmeyen\n"
    "general: allgemein generale общая 常规 一般 全般 일반 ogoln algemene genel\n"
    "lifetime: lebensdauer gultigkeitsdauer duree vida durata срок 生存期 存留期 有効期間 수명\n"
    "expired: abgelauf expire expirad caducad scadut истек 过期 過期 到期 期限切れ 만료 wygasl verlopen sona\n"
    "memory: speicher arbeitsspeicher memoire memoria память памяти 内存 記憶體 メモリ 메모리 pamieci geheugen bellek\n"
    "header: kopfzeile entete encabezado intestazion cabecalho заголов 标头 標頭 ヘッダー 헤더 naglow\n"
    "request: anforderung anfrage demande solicitud richiesta solicitac запрос 请求 要求 요청 zadanie aanvraag istek\n"
    "queue: warteschlange cola coda fila очеред 队列 佇列 キュー 큐에 대기열 kolejk\n"
    "too long: lange longtemps trop demasiado troppo muito слишком долго 太长 過長 太久 時間過長 長時間 너무 오래\n"
    "driver: treiber pilote controlador драивер 驱动程序 驅動程式 ドライバー 드라이버 sterownik\n"
    "address: adresse direccion indirizzo endereco адрес 地址 位址 アドレス 주소 adres\n"
    "protocol: protokoll protocole protocolo protocollo протокол 协议 通訊協定 プロトコル 프로토콜 protokol\n"
    "message: nachricht meldung mensaje messaggio mensagem сообщени 消息 訊息 メッセージ 메시지\n"
    "unexpected: unerwartet inattendu inesperad imprevist неожидан 意外 予期しない 예기치\n"
    "cookie: クッキー 쿠키\n"
    "unsupported not supported: unterstutzt prise pris admite compatible supportat suportad поддержива 不支持 不支援"
    " サポート 지원\n"
    "computation: berechnung calcul calculo calcolo вычислен 计算 計算 계산\n"
    "internal: intern interne interno внутренн 内部 內部 내부\n"
    "parameter: parametre parametro параметр 参数 參數 パラメーター 매개\n"
    "incorrect: falsch incorrecto errato incorreto неверныи 不正确 不正確 正しくあり 올바르지\n"
    "session: sitzung sesion sessione sessao сеанс 会话 工作階段 セッション 세션\n"
    "transaction: transaktion transaccion transazione transacao транзакц 事务 交易 トランザクション 트랜잭션\n"
    "provider: anbieter fournisseur proveedor provedor поставщик 提供程序 提供者 プロバイダー 공급자\n"
    "context: kontext contexte contexto contesto контекст 上下文 内容 コンテキスト 컨텍스트\n"
    "sublayer: unterebene subcapa sottolivello подуровен 子层 子層 副層 サブレイヤー\n"
    "condition: bedingung condicion condizione condicao услови 条件 條件 조건\n"
    "callout: legende выноск 标注 圖說文字 コールアウト 설명선\n"
    "tunnel type: tunneltyp туннеля 隧道类型\n"
    "denied not allowed: zulassig erlaubt autorisee permitid consentit разрешено 不允许 不允許 許可され 허용되지\n"
    "blocked firewall: blockier blocca bloque bloquead заблокирован брандмауэр 防火墙 防火牆 ファイアウォール 방화벽\n"
    "unreachable reachable: erreichbar unerreichbar joignable inaccessible inalcanzable raggiungibil недоступ"
    " 无法访问 無法連線 到達 연결할\n"
    "established established: hergestellt aufgebaut etablie etablir estableci stabilit estabelec установить"
    " установлен 建立 確立 설정\n"
    "interrupted terminated: unterbrochen beendet interromp interrump interrott terminad terminat termine"
    " прерван разорван завершен 中断 中斷 终止 終止 切断 중단 종료\n"
    "username password combination: anmeldename нераспознан\n"
    "network: netzwerk reseau rete rede сеть сети сетев 网络 網路 ネットワーク 네트워크 sieci netwerk\n"
    "dial: einwahl wahlt numerot marcar composizion discar набор 拨号 撥號 ダイヤル 전화\n"
    "domain: domane domaine dominio домен 網域 ドメイン 도메인\n"
    "trusted root: vertrauenswurdig stammzertifikat racine raiz radice корнев довер 受信任 根证书 信任 ルート 신뢰 루트\n"
    "chain: kette zertifikatkette chaine cadena catena cadeia цепочк チェーン 체인\n"
    "simultaneous: gleichzeit simultan одновремен 同时 同時 동시\n"
    "integrity: integritat integrite integridad integrita integridade целостност 完整性 整合性 무결성\n"
    "replay: wiedergabe relecture reproduccion повтор 重播 リプレイ\n"
    "sequence number: sequenznummer secuencia sequenza порядков номера 序列号 序號 シーケンス 시퀀스\n"
    "clear text: klartext clair texto testo открытыи текст 明文 纯文本 純文字 クリア テキスト 일반텍스트\n"
    "dropped: verworfen abandonne descart scartat eliminato отброшен 丢弃 捨棄 卸除 破棄 삭제했 삭제되\n"
    "shutting down: herunterfahr fermeture arret apagad arresto encerr завершает 正在关闭 正在關閉 シャットダウン 종료하\n"
    "limit maximum exceeded: grenzwert maximale maximal maximo massimo превышен максимальн 最大 超过 超過 超え 最大数 최대\n"
    "version: versione versao версия версии 版本 バージョン 버전\n"
    "binding: bindung liaison enlace associazione привязк 绑定 繫結 バインド 바인딩\n"
    "compatible: kompatibel compatibl совместим 兼容 相容 互換 호환\n"
    "lost vpn disconnect: getrennt deconnect desconect disconness отключено 断开 中斷連線\n"
    "proposal: vorschlag proposition propuesta proposta предложен 建议 提议 提案 提議 プロポーザル 제안\n"
    "hello wrong: falsche mauvais equivocad sbagliat неправильныи 错误的 不正な\n"
    "not: pas non nao не нет nie niet inte ikke hayir\n"
    "no: kein keine keinen keiner aucun aucune nessun nessuna ningun ninguna nenhum nenhuma brak geen yok"
    " zadny 没有 沒有 なし 없음 없습니다\n"
    "error: fehler\n";

// A stem and what it means, as places in kIdeas.
struct Term {
  std::string_view stem;
  std::string_view english;
};

// Ordered by bytes.
constexpr Term kSynonyms[] = {
    {"auth", "authentication authenticate"},
    {"bad", "invalid incorrect"},
    {"cert", "certificate"},
    {"certs", "certificate"},
    {"cipher", "encryption"},
    {"computer", "machine"},
    {"creds", "credentials"},
    {"crl", "revocation revoked"},
    {"delete", "remove"},
    {"disagree", "match"},
    {"drops", "drop dropped"},
    {"locked", "disabled"},
    {"login", "logon"},
    {"machine", "computer"},
    {"mismatch", "match incompatible"},
    {"missing", "found"},
    {"passphrase", "password"},
    {"passwd", "password"},
    {"pc", "computer"},
    {"preshared", "psk"},
    {"psk", "preshared shared"},
    {"pw", "password"},
    {"reject", "refused denied"},
    {"rejected", "refused denied"},
    {"remove", "delete"},
    {"revocation", "crl revoked"},
    {"revoked", "revocation"},
    {"secret", "key"},
    {"timeout", "timed"},
    {"unreachable", "responding reachable"},
    {"username", "user"},
    {"wrong", "bad invalid incorrect"},
};
static_assert(std::is_sorted(std::begin(kSynonyms), std::end(kSynonyms), [](const Term& a, const Term& b) { return a.stem < b.stem; }));

std::vector<Term> ReadTerms() {
  std::vector<Term> terms;
  std::string_view rest = kIdeas;
  while (!rest.empty()) {
    const std::size_t line_end = rest.find('\n');
    std::string_view line = rest.substr(0, line_end);
    rest.remove_prefix(line_end + 1);
    const std::size_t colon = line.find(':');
    const std::string_view english = line.substr(0, colon);
    line.remove_prefix(std::min(colon + 2, line.size()));
    while (!line.empty()) {
      const std::string_view stem = line.substr(0, line.find(' '));
      terms.push_back({stem, english});
      line.remove_prefix(std::min(stem.size() + 1, line.size()));
    }
  }
  std::partial_sort(terms.begin(), terms.end(), terms.end(), [](const Term& a, const Term& b) { return a.stem < b.stem; });
  return terms;
}

// Sorted by stem, made when the first word of another language is met.
const std::vector<Term>& Terms() {
  static const std::vector<Term>& terms = *new std::vector<Term>(ReadTerms());
  return terms;
}

const Term* FindStem(std::string_view stem) {
  const std::vector<Term>& terms = Terms();
  const auto at = std::lower_bound(terms.begin(), terms.end(), stem, [](const Term& term, std::string_view key) { return term.stem < key; });
  return at != terms.end() && at->stem == stem ? &*at : nullptr;
}

// The longest stem that "text" begins with, of at least "shortest" bytes.
const Term* FindLongestStem(std::string_view text, std::size_t shortest) {
  constexpr std::size_t kLongestStem = 32;
  for (std::size_t size = std::min(text.size(), kLongestStem); size >= shortest; --size)
    if (const Term* term = FindStem(text.substr(0, size))) return term;
  return nullptr;
}

constexpr std::size_t kShortestStem = 3;
constexpr std::size_t kShortestBeginning = 5;

// The second part of a compound: "richtlinien|fehler", "computer|zertifikat".
const Term* FindInside(std::string_view word, std::size_t begin) {
  constexpr std::size_t kShortestPart = 6;
  for (std::size_t i = begin; i + kShortestPart <= word.size(); ++i)
    if (const Term* term = FindLongestStem(word.substr(i), kShortestPart)) return term;
  return nullptr;
}

void AddWords(std::string_view english, std::vector<std::string_view>& words) {
  while (!english.empty()) {
    const std::string_view word = english.substr(0, english.find(' '));
    words.push_back(word);
    english.remove_prefix(std::min(word.size() + 1, english.size()));
  }
}

}  // namespace

std::vector<std::string_view> TranslateWord(std::string_view folded) {
  std::vector<std::string_view> words;
  const Term* const term = FindLongestStem(folded, kShortestStem);
  // A short stem is a word of its own: "cle", not the beginning of "clear".
  if (term != nullptr && (term->stem.size() >= kShortestBeginning || folded.size() == term->stem.size())) AddWords(term->english, words);
  const std::size_t begin = words.empty() ? kShortestBeginning - 1 : term->stem.size();
  if (const Term* const second = FindInside(folded, begin)) AddWords(second->english, words);
  return words;
}

std::vector<std::string_view> SynonymsOf(std::string_view folded) {
  const auto at = std::lower_bound(std::begin(kSynonyms), std::end(kSynonyms), folded, [](const Term& term, std::string_view key) { return term.stem < key; });
  std::vector<std::string_view> words;
  if (at != std::end(kSynonyms) && at->stem == folded) AddWords(at->english, words);
  return words;
}

std::vector<std::string_view> TranslatePaired(std::string_view utf8) {
  std::vector<std::string_view> words;
  while (!utf8.empty()) {
    const Utf8Character next = DecodeUtf8(utf8);
    const Term* const term = next.is_valid && KindOf(next.value) == CharKind::kPaired ? FindLongestStem(utf8, 4) : nullptr;
    if (term != nullptr) AddWords(term->english, words);
    utf8.remove_prefix(term != nullptr ? term->stem.size() : next.length);
  }
  return words;
}

}  // namespace errlookup
