#include "lookup/text/lexicon.h"

#include <algorithm>
#include <cstdint>
#include <iterator>
#include <span>
#include <string>

#include "lookup/base/utf8.h"
#include "lookup/text/fold.h"

namespace errlookup {
namespace {

// A line for each idea: the English words, then folded stems in German, French, Spanish, Italian, Portuguese,
// Dutch, Polish, Czech, Swedish, Turkish, Russian, Ukrainian, Chinese (simplified, traditional), Japanese and
// Korean; ideas that only developers meet have fewer. A stem stands once; of several that fit, the longest counts.
// The line "the" holds words that mean nothing here and would be taken for misspelt English.
constexpr std::string_view kIdeas =
    "policy: richtlin strategi politiqu directiv direttiv criteri politic diretiva beleid zasad ilke ilkesi"
    " politik princip политик політик 策略 原則 ポリシー 정책\n"
    "match: ubereins ubereink entspr correspo coincid corrispo overeenk dopasow eslesm uyusm shod matchn"
    " соответ совпад відповідн збіга 匹配 相符 符合 一致 일치 zgodn eslem збіг shody shodn eslest сопостав\n"
    "mismatch: nichtube discorda incompatibi несоотв несовпа 不匹配 不相符 不符 不一致 불일치\n"
    "not match: uyusmaz eslesmiy neshod nezgodn\n"
    "authentication: authentif authentis autenti verificatie uwierzyt overen dogrulam подлинн аутенти автенти"
    " 身份验证 身分驗證 认证 認證 認証 인증 overov\n"
    "authentication credentials: verificatier 身份验证凭据\n"
    "credentials: zugangsd anmelde credenci credenzi referent poswiadc prihlaso uppgifte kimlik учетны облікові"
    " 凭据 凭证 認證無法 資格情報 자격 identifiant identification\n"
    "unacceptable: unannehm inaceita inaccett inacept inaccept onaanvaa onaccept nieprzyj neprijat oaccepta"
    " неприем неприин 不可接受 无法接受 無法接受 受け付けられ 受け入れられ 허용되지\n"
    "acceptable: akzept acceptab aceptab accettab aceitav aanvaard przyjeci prijatel godtag kabul приемл"
    " приинят 接受 受け入れ 受け付け 수락\n"
    "security: sicherheit securit sicurezz seguranc beveilig zabezpie bezpiecz zabezpec bezpecno sakerhet"
    " guvenlik безопас безпек 安全 セキュリティ 보안 segurid\n"
    "security association: sicherheits 安全关联 安全性關聯 セキュリティアソシエーション\n"
    "attributes: attribut atribut atrybut ozniteli атрибут 属性 屬性 특성 kenmerk\n"
    "negotiation: aushand verhandl negociac negociat negozia negocja onderhan vyjednav forhandl muzakere"
    " anlasma pazarlik согласо перегов узгодж 协商 協商 交涉 ネゴシエ 협상 negociar\n"
    "progress: bearbeit gange curso corso andament behandli postepu выполня процесс 正在进行 进行中 進行 진행 probih pagar\n"
    "timed out: zeituber zeitlimi timeout agotad esgotad delai таимаут зтаимау 超时 逾時 タイムアウト asimi 시간초과 시간이"
    " zaman casovy expirat 시간이초 czasu tidsgrans\n"
    "waiting: warten attente espera attesa oczekiw wachten cekani ожидан очікув 等待 待機 대기 cekal\n"
    "peer: gegenste homologu interloc pair rownorze partner esten esler узл узел вузл вузол одноран 对等 對等 对方 對方"
    " ピア 피어 상대 ponto motpart protejs\n"
    "response: antwort reponse respuest rispost respost odpowied antwoord yanit svar odpoved ответ"
    " відповіді відповідь 响应 響應 回應 回应 応答 응답 响應\n"
    "respond: antworte repond responde respondi rispond odpowiad reageer odpovid svarar отвеча ответил"
    " відповіда відповів svarad odpowiedzial\n"
    "not respond: neodpovi nereaguj 未响应 没响应 未回應 沒有回應 無回應 neodpov 応答しませ 응답하지않 vermed\n"
    "certificate: zertifik certificat certificad certyfik certifik sertifi tanusitv сертифи сертифі 证书 憑證 証明書"
    " 인증서 certificaa 證書\n"
    "machine: rechner ordinate equipo ordenado maquina komputer computad pocitac dator bilgisay makine комп"
    " 计算机 電腦 电脑 計算機 コンピュ マシン パソコン 컴퓨터 computer macchina\n"
    "valid: gultig valide valido valida prawidlo wazneg geldig gecerli platny platne giltig допусти діисн 有效"
    " 有効 유효 올바른 деиствит\n"
    "invalid: ungultig invalid nevali nieprawi niewazn ongeldig gecersiz neplatn ogiltig недопус недеист"
    " неверн неправильн недіисн неприпу 无效 無效 無効な 잘못 유효하지 無効\n"
    "not found: introuva onvindba nenalez ненаиде 找不到 未找到 見つかりません 見つからない 찾을수 寻找不到 nenasel bulunam bulamad\n"
    "found: gefunden trouve encontr trovat trovar znalez nalezen hitta gevonden vinden наити наиден знаити"
    " знаиден 找到 見つか 찾을 찾지 nalezt odnalez 見つけ\n"
    "failed: fehlgesc gescheit misslung scheiter echec echou fallo fallid fallito fallita falho falha riuscit"
    " impossib niepowod powiesc mislukt basarisi selhal selhani misslyck сбои сбоя удалось удается неудач збіи"
    " 失败 失敗 실패 powiod nezdar вдал nepodar できませんでした られませんでした できなかった 못했습 못했으\n"
    "payload: nutzlast nutzdate utile payload caricobo ladunek lading yuk nyttolas полезн нагруз корисн 负载"
    " 有效负载 負載 承載 裝載 ペイロード 페이로드 carga nettolad datova\n"
    "process: verarbei traiteme traiter procesar procesam elabora processa обработ обробк 处理 處理 処理 처리 przetwarz"
    " verwerk bearbetn zpracov isleme\n"
    "received: empfangen erhalten recu recue recibid ricevut recebid получен отриман 接收 收到 受信 수신 받았 otrzyman"
    " ontvangen odebran alindi mottag prijat\n"
    "deleted: gelosch losch supprim elimina exclui usunie verwijd видален удале 删除 刪除 削除 삭제 suppressi exclus"
    " silin bort\n"
    "pending: ausstehe pendent sospes oczekuj ceka 挂起 擱置 待处理 保留 보류 steht pendient ожидает\n"
    "filter: filtre filtro filtri filtru filtra фильтр фільтр 筛选 篩選 过滤 フィルタ 필터\n"
    "condition: bedingun condicio condizio condicao warunek warunk podmink услови умов 条件 條件 조건\n"
    "mode: modus modo tryb rezim lage kip режим 模式 モード 모드 mod moduna\n"
    "transport: trasport przesyl передач 传输 傳輸 トランスポート 전송\n"
    "tunnel: tunel tunneln туннел тоннел тунел 隧道 通道 トンネル 터널\n"
    "not exist: ekziste neexist finnsint существу 不存在 存在しません 存在しない 존재하지\n"
    "exist: existier vorhande existe esiste istnie bestaat bestaan finns mevcut exista существ існу 存在 既存 존재\n"
    "already exists: 已存在 已经存在 既に存在 이미\n"
    "already: bereits deja juz istnieje reeds redan zaten уже вже 已经 すでに 既に\n"
    "object: objekt objet oggett obiekt nesne объект 对象 物件 オブジェクト 개체\n"
    "specified: angegebe specifi especifi okreslon opgegeve angivn belirtil указан вказан 指定 지정\n"
    "used: verwende benutzt utilis utiliz uzyw pouziv anvand kullan использ викорис 使用 사용 verwendung uzyciu"
    " gebruik pouzit belegt besetz zajety ocupad occupat occupe занят заинят 占用 正在使用\n"
    "connection: verbindu connexio connessi conex ligacao polaczen pripojen spojeni anslutn baglant forbinde"
    " подключ соедин связь єднан зєднан підключ 连接 連線 連接 接続 연결 접속 verbindi єднання\n"
    "remote: entfernt distant remoto remota zdaln extern vzdalen fjarr uzak uzaktan віддале 远程 遠端 リモート 원격"
    " удаленн\n"
    "server: serveur servid serwer kiszolg sunucu сервер 服务器 伺服器 服務器 サーバ 서버 servern\n"
    "attempt: versuch tentativ proba proby poging pokus forsok denem girisim попытк спроба 尝试 嘗試 試行 試み 시도"
    " intento\n"
    "layer: ebene schicht couche capa capas livell camad nivel niveau warstw laag vrstv lager katman уровн"
    " рівн レイヤ 계층 уровень\n"
    "occurred: aufgetre rencontr verificat napotk aangetro vyskyt uppst возник произош 遇到 遭遇 発生 發生 检测到"
    " encontrou обнаруж 발생 opgetred wystap olustu patraff zjisti karsilas 検出 doslo сталас produjo ocorreu"
    " ocurri survenu\n"
    "initial: anfang erste initial inicia iniziale wstepn eerste начальн первона 初始 初期 最初 초기 pocatec inled"
    " baslang початк\n"
    "signature: signatur firma assinat podpis handteke imza подпис підпис сигнату 签名 簽章 簽名 署名 서명\n"
    "key: schluss cle clef cles clave chiave chiavi chave klucz sleutel klic anahtar nyckel ключ 密钥 金鑰 キー 키를"
    " 키가 키는 공유키\n"
    "private key: privatsc 私钥 私密金鑰 秘密キー 秘密鍵 개인\n"
    "private: privat prive prywatn soukrom ozel закрыт закрит privada закритого закритии\n"
    "public key: 公钥 公開金鑰 公開キー 公開鍵 공개\n"
    "public: offentli publiqu publica publico pubblic publiczn verejn відкрит открыт\n"
    "pre shared: vorinsta vorab preparta precompa comparti preshar precondi condivis partilha partag gedeelde"
    " wstepny wspoldzi predsdil sdilen delad onceden paylas предвар предуст общии общего общим спільн 预共享 預先共用"
    " 事前共有 共享密钥 共有キー 사전 미리 공유\n"
    "revocation: sperrlis widerruf revocation revogac revoca uniewazn odwola intrekki odvolan aterkall отзыв"
    " відклик 吊销 撤銷 失効 해지 폐기 iptal sperrung відкликання\n"
    "revoked: gesperrte widerrufe revoque revocad revocat revogad odwolany ingetrok zneplatn aterkalla"
    " iptaledi отозван відклика 被吊销 已吊销 被撤銷 失効した 해지된 sparrat\n"
    "check: prufung pruf uberpruf comprob controll verifi sprawdz controle kontrol провер перевір 检查 檢查 チェック"
    " 確認 검사 확인\n"
    "verify: verifier verificar weryfik 校验 核实 验证 驗證 検証 overeni dogrulan\n"
    "hash: hachage skrot хэш хеш 哈希 雜湊 ハッシュ 해시 karma\n"
    "algorithm: algorithm algoritm algorytm алгорит 算法 演算法 アルゴリズム 알고리즘\n"
    "encrypt: verschlu chiffr cifrad cifrat crittogr cripto encripta шифров 加密 暗号化 암호화 szyfrow versleut krypter"
    " sifrele sifrov шифрув\n"
    "decrypt: entschlu dechiff descif decritt decodifi desencri расшифр дешифр 解密 復号 복호 해독 descriptogr\n"
    "group: groupe grupo grupa grupy groep skupin grupp групп група 群組 グループ 그룹\n"
    "size: grosse taille tamano dimensio tamanho rozmiar grootte размер розмір 大小 サイズ 크기\n"
    "length: lunghe longueur longitud longuit comprime dlugosc lengte длин довжин 长度 長度 長さ 길이\n"
    "small: klein petit pequen piccol maly male короткии слишкомм 太小 小さすぎ 작습\n"
    "packet: paket paquet pacchett pacot pakiet pakket пакет 数据包 封包 資料包 パケット 패킷\n"
    "service: dienst servici servizi servico uslug sluzba sluzby tjanst hizmet служб 服务 服務 サービス 서비스\n"
    "not running: 未运行 没有运行 未启动 未執行 未啟動\n"
    "running: ausgefuh laufen lauft demarre execute iniciad avviat виконує 运行 執行 启动 實行 実行 ejecut esecuz execuc"
    " запущ 正在运行 실행\n"
    "stopped: angehalt gestoppt arrete detenid parad arrestat fermat останов зупинен 停止 中止 중지 cesse dejo"
    " prestal przestal slutat перестав smesso\n"
    "account: konto konta benutzerk compte cuenta conta rekening hesap hesab ucet uctu учетная учетнои записи"
    " запись обліков 帐户 账户 账号 帳戶 帳號 アカウント 계정\n"
    "disabled: deaktiv desactiv disattiv disabili desabili deshabil inhabili desativ wylacz uitgesch zakaz"
    " inaktiv devre disi отключе вимкнен вимкнут 禁用 停用 無効に 無効です 無効化 비활성 사용안 사용할수 안함\n"
    "locked: gesperrt verrouil zablokow vergrend zamcen last заблоки заблоко 锁定 鎖定 ロック 잠금 잠긴\n"
    "password: kennwort passwort motdepas contrase senha haslo hasla wachtw parola sifre heslo hesla losenord"
    " парол 密码 密碼 口令 パスワード 암호 비밀번호 mot\n"
    "user name: benutzern nutzerna utilisat usuario nomeuten uzytkown gebruikers uzivatel anvandarn kullanic"
    " логин логін користу пользов 用户名 使用者名稱 ユーザー名 사용자\n"
    "user: benutzer utente gebruiker anvandare 用户 使用者 ユーザー\n"
    "configured: konfigur configur skonfigu ingestel nakonfig yapiland налашто 配置 設定 构成 構成 구성 настро"
    " конфиг\n"
    "denied: verweige abgelehn zuruckge refus rechaz deneg negat negad rejeit rifiutat odmow odrzuc geweig"
    " afgewez zamitn odmitn nekad avvisad redded отказан отклон запрещ відмовл відхиле 拒绝 拒絕 被拒 拒否 거부 不允许 不允許"
    " 허용되지않\n"
    "prevented: empech impid impedit impedid uniemoz verhind zabran предотв 阻止 防止 妨げ 차단됨\n"
    "authorized: autoris berechtig autoriz upowazn toestemm opravn behorig авториз разрешени 授权 授權 承認 権限 권한\n"
    "permission: droit permiso permess permiss uprawn recht прав дозвіл 权限 許可 허가 machtig izni\n"
    "unknown: unbekann inconnu desconoc sconosci desconhe nieznan onbekend neznam okand bilinmey неизвес"
    " невідом 未知 不明な 不明 okant 알수없\n"
    "recognized: erkannt reconnu reconoc riconosc reconhec rozpozn herkend igenkan tanin распозн розпізнан 识别"
    " 辨識 認識 인식\n"
    "general: allgemei generale geral ogoln algemen obecn allman общ загальн 常规 一般 全般 일반 genel\n"
    "lifetime: lebensda gultigke duree durata duracion validade okres жизни существо 生存期 存留期 生命周期 有効期間 수명\n"
    "expired: abgelauf expire expirad expiro caduc scadu wygasl uplynal przeterm verlopen vyprse upphor utgang"
    " gattut doldu dolmus истек просроч закінчи сплив минув 过期 過期 到期 期限切れ 切れて 切れた 期限が 만료\n"
    "memory: speicher memoire memoria pamiec geheugen pamet minne памят 内存 記憶體 メモリ 메모리 arbeitsspeicher"
    " bellek\n"
    "assign: zugewies zuweis vergibt vergeb attribue asigno asignad assegnat atribui przydzie toegewez prirad"
    " pridel tilldel atanmad atama назнач выдал присво признач 分配 指派 割り当 할당 affectat nepridel\n"
    "header: kopfzeil entete encabez intestaz cabecal naglow hlavick заголов 标头 標頭 ヘッダ 헤더 tete huvud\n"
    "request: anforder anfrag demande requete solicit richiest zadan запрос запит 请求 要求 요청 istek aanvraag"
    " zadost isteg\n"
    "queue: wartesch schlange fileatte cola coda fila kolejk очеред черз 队列 佇列 キュー 큐에 대기열 fronta fronte kuyruk\n"
    "too long: zulange longtemp muitotem demasiado dlugo lang troppo lange thaio долго довго 太长 太久 時間過長 时间过长 過長"
    " 長すぎ 長時間 오래 너무오래 dlouho uzun\n"
    "driver: treiber pilote controla sterowni stuurpro ovladac drivrut драивер 驱动 驅動程式 ドライバ 드라이버\n"
    "address: direccio indirizz endereco adres адрес 地址 位址 アドレス 주소\n"
    "protocol: protoco protokol протоко 协议 協定 通訊協定 プロトコル 프로토콜\n"
    "message: nachrich meldung mensaj messagg mensag komunika wiadom bericht zprav meddelan ileti mesaj сообщ"
    " повідом 消息 訊息 メッセージ 메시지\n"
    "unexpected: unerwart inattend inespera imprevis nieoczek onverwac neocekav неожид несподі 意外 予期しない 예기치"
    " 예상치\n"
    "unsupported: unsupport nieobslu неподде непідтр 不支持的 不支援的 지원되지 サポートされていない サポートされない 不支持 不支援\n"
    "supported: unterstu charge admite admitid compatib supporta suporta поддерж підтрим 支持 支援 サポート 지원 stod"
    " destekle podpor obslug onderste\n"
    "computation: berechn calcul calcolo oblicz vypoc hesapla вычисл обчисл 计算失 計算 계산 计算\n"
    "internal: intern wewnetrz dahili внутр 内部 內部 내부\n"
    "parameter: parametr парамет 参数 參數 パラメ 매개\n"
    "wrong: falsch fehlerha incorrec errat errad equivoca mauvais incorret sbagliat bledn zle zly zla"
    " onjuist verkeerd foute spatn chybn felaktig yanlis неправильны неверны неправильне хибн 不正确 错误的"
    " 密码错误 間違 誤って 正しくあり 正しくない 틀렸 틀린 틀림 올바르지 잘못된 不正な 不正確\n"
    "session: sitzung sesion session sessao sesja sesji sessie сеанс 会话 工作階段 セッション 세션\n"
    "transaction: transakt transaz transac transakc islem транзак 事务 交易 トランザク 트랜잭션\n"
    "provider: anbieter fourniss proveed fornit provedor forneced dostawc поставщ постача 提供程序 提供者 提供商 プロバイダ"
    " 공급자\n"
    "context: kontext contexte contexto contesto kontekst baglam контекс 上下文 内容 コンテキスト 컨텍스트\n"
    "sublayer: untersch unterebe subcapa sottoliv subcamad souscouc подуров підрів 子层 子層 サブレイヤ 하위\n"
    "callout: выноск 标注 圖說文字 コールアウト 설명선 콜아웃\n"
    "call: aufruf appel llamad chiamat chamada wywolan aanroep вызов виклик 调用 呼叫 呼び出し 호출 дзвінк звонк\n"
    "allowed: zulass erlaubt permis permit consenti dozwol toegesta povolen tillat izin разрешен допуска"
    " дозволе 允许 允許 許可され 허용\n"
    "cancelled: abgebroc annul cancelad anulow geannul zrusen avbrut отменен скасова 取消 キャンセル 취소\n"
    "weight: gewicht poids peso wag вес 权重 權數 重み 가중치\n"
    "type: typ tipo soort druh turu tipi тип 类型 類型 種類 유형 형식\n"
    "operation: vorgang operazio operac операц\n"
    "diagnostic events: diagnose diagnost диагнос 诊断 診斷 診断 진단\n"
    "network mask: netzmask masque mascara maschera maska masker маск 掩码 遮罩 マスク 마스크\n"
    "network: netzwerk netz reseau rete rede redes sieci siec netwerk siti sit sitove natverk agi aglanti"
    " сеть сети сетев мереж 网络 網路 ネットワーク 네트워크\n"
    "value: valeur valor wartosc waarde hodnot varde degeri значен 值无效 値が 값이\n"
    "traffic: datenver verkehr trafic traffico trafego ruch verkeer трафик трафік 流量 通信量 トラフィック 트래픽\n"
    "maximum: massimo maksym maxim hogsta azami максима 最大 최대\n"
    "limit exceeded: uberschr depass excedi excede superat przekroc overschr превыш перевищ 超过 超出 超過 超え 초과"
    " overskr\n"
    "reached: erreicht atteint alcanz raggiunt atingi osiagn bereikt достигн досягн 达到 達到 達し 도달\n"
    "number: anzahl numero liczba aantal pocet antal sayisi число количес 数量 數目 個数 개수\n"
    "too many: troppi demasiad muitos zbytnio teveel zuviele слишком забагат 太多 過多 多すぎ 너무\n"
    "version: versione versao wersja versie verze surum версия версі 版本 バージョン 버전 версии\n"
    "binding: bindung enlace powiaz привязк 绑定 繫結 バインド 바인딩\n"
    "compatible: kompatib compatibl совмест сумісн 兼容 相容 互換 호환\n"
    "incompatible: inkompat incompat niezgodn несовме несуміс 不兼容 不相容 互換性がない\n"
    "disconnected: getrennt trenn deconnect desconec disconn rozlacz verbroke отключи разъеди 断开 斷線 断线 끊어"
    " відключ отвали koppla 切断\n"
    "terminated: beendet termine terminad terminat unterbro abgebaut coupe cortad corto zerwan beeindig verbrok"
    " prerus bruten brots bryts kesildi sonland завершен разорва оборва розірва перерва обірва 终止 終止 中断される 종료"
    " ukonc avslut koptu zakoncz encerr finaliz avbrot 終了\n"
    "interrupted: interrom interrum interrot przerwan onderbro avbruten kesinti прерван прерыв 中断 中斷 중단\n"
    "closed: geschlos ferme cerrad chius fechad zamkni geslot закрыто закрыл 关闭 關閉 閉じ 닫혔 닫혀 kapatt stang"
    " закрито cerro fechou\n"
    "shutting down: herunter arretenc cerrando arresto zamykan afgeslot заверша завершени 正在关闭 正在關閉 シャットダウン"
    " 종료하는 arret apagad 종료하 encerrament desliga\n"
    "idle: leerlauf untatig inattivi inativid inactiv ocios bezczynn necinn inaktivi nieuzyw bosta простоя"
    " простои бездеис неактив бездіял 空闲 閒置 闲置 アイドル 유휴 простою\n"
    "hibernation: ruhezust hibern ibernazi uspien спящ спячк гиберна сплячк 休眠 休止 최대절전 sluimer hazirda\n"
    "suspended: standby energies suspend suspens sospensi slaapsta uspan uspiony vilolage сна сон приоста 睡眠"
    " スリープ サスペンド 절전 spanku spiac сну uyku snu veille призупин vantela\n"
    "logged off: abgemeld desloga wylogow afgemeld odhlas loggad выиш вышел 注销 登出 ログオフ 로그오프 виишов\n"
    "logon: anmeld connecter ouvertur inicio accesso logowan aanmeld вход 登录 登入 ログオン ログイン 로그온 logga ouvrir"
    " prihlas вхід anzumeld oturum\n"
    "resolve: auflos aufgelos resoud resolu resolver resolvi risol rozwiaz omzet preloz matcha cozuml разреши"
    " розпізна 解析 名前解決 解決 확인할 omgezet\n"
    "name: namen nazwa nazwe nazwy naam nazev jmeno namn nombre nome adi имя имени імя назв 名称 名稱 名前 이름"
    " nom ім\n"
    "dialed: einwahl gewahlt wahlt wahl numerot composit marcar набор набран 拨号 撥號 ダイヤル 전화 composizi ringa"
    " uppring inbel telefon telefoni discag arama телефон discad\n"
    "modem: модем 调制解调器 數據機 モデム 모뎀\n"
    "smart card: smartcard chipkart puce tarjeta intelige scheda kart karta karty smartkor akilli смарт 智能卡"
    " 智慧卡 スマート 스마트\n"
    "reader: leser lecteur lector lettor leitor czytnik lezer считыва читател 读卡器 讀卡機 リーダー 판독기\n"
    "installed: installie installe instalad installat zainstal geinstal nainstal установле встановле 安装 安裝"
    " インストール 설치\n"
    "domain: domane domaine dominio domen etki домен 域成员 網域 ドメイン 도메인\n"
    "trusted: vertraue confianc approuve confianz attendib confiave zaufan vertrouw duveryho betrodd guvenili"
    " довер 受信任 信任 信頼 신뢰\n"
    "root: stamm racine raiz radice glown koren rot kok корнев кореня коренев 根证书 根憑證 ルート 루트\n"
    "chain: kette verkett chaine cadena catena cadeia lancuch цепоч ланцюж 鏈結 チェーン 체인\n"
    "client: cliente istemci klien клиент клієнт 客户端 用戶端 クライアント 클라이언트\n"
    "simultaneous: gleichze simult jednocze gelijkti soucasn samtid одновре одночас 同时 同時 동시\n"
    "integrity: integrit integrid integral целостн цілісн 完整性 整合性 무결성\n"
    "replay: wiederga relectur riproduz ponown повтор 重播 重放 リプレイ 재생 reproducc\n"
    "sequence number: sequenz sequence secuenc sekwencj volgnumm порядко 序列号 序號 シーケンス 시퀀스 номера\n"
    "clear text: klartext clair enclair texteenc testo textopla claro открыты 明文 纯文本 純文字 平文 クリアテキスト текст テキスト"
    " 일반텍스트 leesba tekst metin zwykly\n"
    "dropped: verworfe abandonn descart scartat odrzucon zahozen отброш відкину 丢弃 捨棄 卸除 破棄 삭제했\n"
    "identity: identita identite identid tozsamos kimlig личност идентич 身份 身分 신원\n"
    "identifier id: kennung identifik identific идентиф ідентиф 标识 識別碼 識別子 식별자\n"
    "temporary: tempora czasow tijdel docasn tillfall gecici временн тимчасо 临时 暫時 一時的 임시\n"
    "state: zustand statut etat estado stato stav stan состоян стан 状态 狀態 状態 상태\n"
    "load: laden geladen chargeme caricame zaladow nacist ladda загруз заванта 加载 載入 読み込 로드\n"
    "new: neue nouveau nouvel nueva nuevo nuova nuovo новыи нова 新的 新しい 새로운\n"
    "old: alte alten ancien vieja antigu vecchi stare старои старая 舊的 古い 이전\n"
    "default: defaut predeter predefin padrao domysl standaar умолчан 默认 預設 既定 기본값 standardm\n"
    "list: liste lista elenco lijst seznam список списка 列表 清單 リスト 목록\n"
    "proposal: vorschla proposit propuest proposta propozyc voorstel navrh пропози 建议书 提案 提議 プロポーザル предложен"
    " 建议 提议\n"
    "transform: transforma umwandl преобра перетво 转换 轉換 変換 변환\n"
    "notify: benachri notific avis powiadom kennisge oznamen meddela уведомл сповіщ 通知 알림\n"
    "recipient: empfanger destinat ricevent odbiorc ontvang prijemc alici получат 收件者 接收方 受信者\n"
    "usage: nutzung usage verwendungs uzycie pouziti anvandni использо 用途 用法 使用法 용도\n"
    "privilege: privileg berechtigu przywile привиле привіле 特权 權限 特権\n"
    "rate limiting: begrenzu limitaci limitaz огранич 速率 速度制限\n"
    "incoming: eingehen entrant entrada ingresso przychod binnenko prichoz входящ вхідн 传入 傳入 入站 受信側 들어오는\n"
    "firewall: brandwan parefeu cortafue zapora zapory brandvag duvar брандма фаервол фаирвол фаиерво межсете"
    " 防火墙 防火牆 ファイアウォール 방화벽\n"
    "block: blockier bloqu blocca blocco blokuj blokad blokkeer geblokk blokov blockera engelli блокир блоку"
    " 阻断 封鎖 ブロック 차단\n"
    "router: routeur enrutad roteador маршрут роутер 路由器 ルータ 라우터 공유기\n"
    "unreachable: unerreic joignab injoign inaccess inalcanz irraggiu niedost недосту 无法访问 無法連線 到達できない 도달할"
    " недосяж\n"
    "reachable: erreichb raggiung osiagal bereikb nabar dostup ulasil 到達\n"
    "established: hergeste aufgebau etabl establec stabil estabele nawiaz ustanow tot navaz vytvor uppratt"
    " kurulam kurulma kuruldu установи установл встанови встановл 建立 確立 설정할\n"
    "not established: 未建立 不能建立 无法建立 無法建立 確立できません 설정하지못\n"
    "destination: ziel cible destino destinaz cel bestemmi cil назначе 目标 目標 目的地 宛先 대상 призначення malet\n"
    "interface: schnitts interfaz interfacc rozhrani granssni arabirim интерфе 接口 介面 インターフェイス 인터페이스\n"
    "data: daten donnees datos dati dados dane gegevens data veri данны дани 数据 資料 データ 데이터\n"
    "device: gerat appareil disposit urzadz apparaat zarizen enhet устроис пристр 设备 裝置 デバイス 장치 peripher\n"
    "cached: zwischen cache bufor кэширов 缓存的 快取 キャッシュ 캐시\n"
    "error: fehler fel felet fout fouten blad bledu bledem bledy chyba chybu chyby hata hatasi erreur errore"
    " ошибк エラー 错误 錯誤 오류 chybe\n"
    "not: nicht pas non nie niet inte icke ikke hayir nao не нет neni nejsou degil 没有被 していません されていません ません 않습니다"
    " 않음 않아 않는 nelze できません できない 無法 无法 不能 nemuze kunnat olamaz\n"
    "no: kein keine aucun nessun ningun nenhum brak geen yok zadny zadna zadne inget ingen inga sin sans senza"
    " sem ohne bez без нема відсутн отсутств 没有 沒有 无可 なし ない 없음 없습니다 없는 nema alcun nessuna\n"
    "missing: fehlt fehlen manqu falta manca brakuj ontbreek ontbreke chybi saknas eksik отсутству 缺少 遗失 遺失 欠落"
    " 누락\n"
    "the: weil wegen aufgrund omdat vanwege parce car cause porque debido perche poiche causa devido poniewaz"
    " powodu protoze kvuli grund eftersom icin nedeni потому посколь через 因为 由于 因為 由於 から ので ため 때문 срок"
    " деиствия термін діі platnost suresi sure puede puo possono pode podem peuvent kunnen kunt mozna moze mohl"
    " sul sulla sullo nebyl byla bylo byly jest zostal blev gick det att olarak oldugu edilen olan проиден"
    " вашем вашим були було що чи якии которыи которая probably probable ютер spadl gar presente altro autre"
    " otro outro annan nagon eller оскільки sendo pris із\n"
    "allocation: belegung asignaci allocazi alocac\n"
    "action: aktion accion acao деиствие 操作 動作 アクション 작업 azion\n"
    "pool: пул 地址池 プール\n"
    "main mode: hauptmod hoofdmod huvudlag hlavnire 主模式 主要模式 주모드 기본모드\n"
    "main: principal principai основн главн メイン\n"
    "quick mode: 빠른모드\n"
    "quick: schnell rapide rapido rapida szybki snelle snel быстр швидк 快速 クイック 빠른 rychle\n"
    "range: intervalo intervall диапазо 范围 範囲 범위\n"
    "pointer: zeiger pointeur puntero puntator указате 指针 ポインタ\n"
    "array: matrice matriz 数组\n"
    "built in: integrie встроен 内置 組み込み\n"
    "change: geander cambiar modific измен 更改 変更 변경\n"
    "short: kurz corta коротки 太短 短すぎ courte\n"
    "collection: raccolta recopil\n"
    "field: campo champ feld поле 字段\n"
    "time: tempo tiempo temps час часу время времени zeit uhrzeit tijdstip heure hora horario orario godzin"
    " doby saat tiden 時刻 时间 tid\n"
    "limit: limite grenzwert\n"
    "exists: 있습니다\n"
    "error failed: помилк\n"
    "before: avant prima innan pred przed zanim antes voordat bevor перед 前に 之前\n"
    "completed: completa ukonczon slutfor dokonce voltooi tamamla завершення 完了 완료 conclu\n"
    "day: journee giorno dnia dygnet суток доби dne 一天 dia\n"
    "hash verification: hashver\n"
    "system: systeme sistem систем 系统 系統 システム 시스템\n"
    "association: associaz asociac associac skojarz pridruz асоціац\n"
    "assumed: suppos supone supong presum zalozon antas predpokl вважа\n"
    "available: disponib verfugb dostepn beschikb tillgang доступн 利用可能 可用\n"
    "send: envoye enviar enviad enviou inviat wyslac wyslal odesla skicka надісла надсила отправ verzend gonder"
    " 送信 发送 傳送 보내\n"
    "remote connection: remoteverbind\n"
    "name resolve: 이름을확인\n"
    "required: erforder requis necesari requer wymag vereist требуе потріб необход gerek kravs pozadov 必要 需要 필요\n"
    "access: dostepu acces acceso toegang zugriff pristup доступу erisim アクセス 액세스 访问 存取 acesso atkomst\n"
    "used usage: utilisation uso utilizzo\n"
    "disconnected logged off: deconnecte\n"
    "binding link: liaison vinculo\n"
    "link: collegam lankfel lacza リンク 링크\n"
    "manager: gestionna gestore gestor menedzer spravce диспетчер hanterar beheer マネージャ 관리자 管理器\n"
    "too: zbyt занадто prilis cok trop demais\n"
    "took: trwal тривал dauerte\n"
    "took too long: かかりすぎ 너무오래걸 시간이너무오래 時間がかかりすぎ\n";

constexpr std::size_t kShortestStem = 3;       // bytes, as the next two
constexpr std::size_t kLongestStem = 48;
constexpr std::size_t kShortestBeginning = 5;  // a shorter stem is only a word of its own

// Whether the tokenizer can give a word that begins with the stem: folded, no apostrophe, a length that is looked up.
constexpr bool MayMatch(std::string_view stem) {
  constexpr std::string_view kDotlessI = "\u0131";  // folds to "i"
  return stem.size() >= kShortestStem && stem.size() <= kLongestStem && stem.find('\'') == stem.npos && stem.find(kDotlessI) == stem.npos;
}
constexpr bool MayAllMatch(std::string_view ideas) {
  while (!ideas.empty()) {
    const std::size_t end = ideas.find_first_of(" \n");
    const std::string_view word = ideas.substr(0, end);
    const bool is_english = word.ends_with(':') || ideas.substr(0, ideas.find('\n')).find(':') != ideas.npos;
    if (!is_english && !MayMatch(word)) return false;
    ideas.remove_prefix(end + 1);
  }
  return true;
}
static_assert(MayAllMatch(kIdeas));

// A stem and what it means, as places in kIdeas.
struct Term {
  std::string_view stem;
  std::string_view english;
};

// Ordered by bytes.
constexpr Term kSynonyms[] = {
    {"allowed", "permitted"},
    {"auth", "authentication authenticate"},
    {"authorized", "allowed permission permitted"},
    {"bad", "invalid incorrect"},
    {"banned", "denied allowed"},
    {"blocked", "block prevented dropped"},
    {"busy", "use used"},
    {"cert", "certificate"},
    {"certs", "certificate"},
    {"check", "verify verification"},
    {"cipher", "encryption"},
    {"computer", "machine"},
    {"creds", "credentials"},
    {"crl", "revocation revoked"},
    {"delete", "remove"},
    {"denied", "refused rejected prevented"},
    {"disagree", "match"},
    {"disconnected", "terminated closed"},
    {"disconnects", "terminated closed"},
    {"dns", "resolve name"},
    {"drop", "dropped terminated"},
    {"dropped", "drop terminated interrupted"},
    {"drops", "drop dropped terminated interrupted"},
    {"established", "establishment"},
    {"find", "found"},
    {"forbidden", "denied allowed permission"},
    {"found", "find"},
    {"gone", "found exist"},
    {"hibernate", "hibernation"},
    {"hibernated", "hibernation"},
    {"host", "name computer"},
    {"hostname", "name resolve"},
    {"inactive", "idle disabled"},
    {"inactivity", "idle"},
    {"incorrect", "wrong bad"},
    {"interrupted", "terminated"},
    {"laptop", "computer machine"},
    {"locked", "disabled"},
    {"login", "logon"},
    {"logout", "logged"},
    {"machine", "computer"},
    {"mismatch", "match incompatible"},
    {"missing", "found exist"},
    {"notebook", "computer machine"},
    {"occupied", "use used"},
    {"occurred", "encountered"},
    {"outdated", "expired"},
    {"passphrase", "password"},
    {"passwd", "password"},
    {"pc", "computer machine"},
    {"permission", "permitted"},
    {"preshared", "psk pre"},
    {"prohibited", "denied allowed"},
    {"psk", "preshared shared"},
    {"pw", "password"},
    {"refused", "denied rejected"},
    {"reject", "refused denied"},
    {"rejected", "refused denied"},
    {"remove", "delete"},
    {"respond", "response"},
    {"response", "respond responding"},
    {"revocation", "crl revoked"},
    {"revoked", "revocation"},
    {"secret", "key"},
    {"sleep", "suspended hibernation"},
    {"sleeping", "suspended hibernation"},
    {"sleeps", "suspended hibernation"},
    {"slept", "suspended hibernation"},
    {"smartcard", "smart card"},
    {"standby", "suspended hibernation"},
    {"suspend", "suspended"},
    {"taken", "exists use"},
    {"timeout", "timed"},
    {"unreachable", "responding reachable"},
    {"unsupported", "support supported"},
    {"untrusted", "trusted chain root"},
    {"username", "user"},
    {"verification", "check verify"},
    {"verify", "check verification"},
    {"wrong", "bad invalid incorrect"},
};
static_assert(std::is_sorted(std::begin(kSynonyms), std::end(kSynonyms), [](const Term& a, const Term& b) { return a.stem < b.stem; }));

// Two words in a row. Ordered by bytes.
constexpr Term kPairs[] = {
    {"association security", "sa"},
    {"been used", "use"},
    {"call incoming", "dial dialin"},
    {"check revoked", "revocation"},
    {"closed session", "logged off"},
    {"dead peer", "stopped responding"},
    {"error occurred", "encountered"},
    {"expired time", "timed"},
    {"fell asleep", "suspended hibernation"},
    {"hang up", "terminated closed disconnected"},
    {"hangs up", "terminated closed disconnected"},
    {"host name", "name resolve"},
    {"hung up", "terminated closed disconnected"},
    {"idle time", "idle"},
    {"incoming call", "dial dialin"},
    {"initial session", "logon"},
    {"lang time", "took long"},
    {"limit time", "timed"},
    {"log in", "logon"},
    {"log on", "logon"},
    {"mode principal", "main"},
    {"never there", "exist found"},
    {"no acceptable", "unacceptable"},
    {"no answer", "response respond responding"},
    {"no pudo", "failed"},
    {"no reply", "response respond responding"},
    {"no valid", "invalid"},
    {"non acceptable", "unacceptable"},
    {"non valid", "invalid"},
    {"not acceptable", "unacceptable"},
    {"not answer", "respond responding response"},
    {"not answering", "respond responding response"},
    {"not compatible", "incompatible"},
    {"not correct", "incorrect"},
    {"not pu", "failed"},
    {"not reply", "respond responding response"},
    {"not supported", "unsupported"},
    {"not there", "exist found"},
    {"not trusted", "chain root"},
    {"not valid", "invalid"},
    {"out of", "exceeded maximum"},
    {"phase 1", "main"},
    {"phase 2", "quick"},
    {"phase i", "main"},
    {"phase ii", "quick"},
    {"phase one", "main"},
    {"phase two", "quick"},
    {"pre shared", "preshared psk"},
    {"ran out", "expired"},
    {"recognized name", "resolve"},
    {"request too", "took"},
    {"run out", "expired"},
    {"security association", "sa"},
    {"shared key", "preshared psk"},
    {"shared secret", "preshared key"},
    {"signed out", "logged"},
    {"smart card", "smartcard"},
    {"time out", "timed"},
    {"time waiting", "timed timeout"},
    {"timed out", "timeout"},
    {"too time", "took long"},
    {"torn down", "terminated deleted"},
    {"turned off", "disabled stopped"},
    {"went away", "found exist"},
};
static_assert(std::is_sorted(std::begin(kPairs), std::end(kPairs), [](const Term& a, const Term& b) { return a.stem < b.stem; }));

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
  std::sort(terms.begin(), terms.end(), [](const Term& a, const Term& b) { return a.stem < b.stem; });
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
  for (std::size_t size = std::min(text.size(), kLongestStem); size >= shortest; --size)
    if (const Term* term = FindStem(text.substr(0, size))) return term;
  return nullptr;
}

// The next part of a compound: "richtlinien|fehler", "sperrlisten|prufungs|fehler".
struct Inside {
  const Term* term = nullptr;
  std::size_t end = 0;
};
Inside FindInside(std::string_view word, std::size_t begin) {
  constexpr std::size_t kShortestPart = 6;
  for (std::size_t i = begin; i + kShortestPart <= word.size(); ++i)
    if (const Term* term = FindLongestStem(word.substr(i), kShortestPart)) return {term, i + term->stem.size()};
  return {};
}

void AddWords(std::string_view english, std::vector<std::string_view>& words) {
  while (!english.empty()) {
    const std::string_view word = english.substr(0, english.find(' '));
    words.push_back(word);
    english.remove_prefix(std::min(word.size() + 1, english.size()));
  }
}

std::vector<std::string_view> EnglishOf(std::span<const Term> terms, std::string_view stem) {
  const auto at = std::lower_bound(terms.begin(), terms.end(), stem, [](const Term& term, std::string_view key) { return term.stem < key; });
  std::vector<std::string_view> words;
  if (at != terms.end() && at->stem == stem) AddWords(at->english, words);
  return words;
}

}  // namespace

std::vector<std::string_view> TranslateWord(std::string_view folded) {
  std::vector<std::string_view> words;
  const Term* const term = FindLongestStem(folded, kShortestStem);
  // A short stem is a word of its own: "cle", not the beginning of "clear".
  if (term != nullptr && (term->stem.size() >= kShortestBeginning || folded.size() == term->stem.size())) AddWords(term->english, words);
  // Compounds are German, Dutch and Swedish: a Cyrillic word of many letters is one word.
  const bool may_be_compound = !folded.empty() && static_cast<unsigned char>(folded[0]) < 0x80;
  const int most_further_parts = may_be_compound ? 2 : 0;
  std::size_t begin = words.empty() ? kShortestBeginning - 1 : term->stem.size();
  for (int i = 0; i < most_further_parts; ++i) {
    const Inside next = FindInside(folded, begin);
    if (next.term == nullptr) break;
    AddWords(next.term->english, words);
    begin = next.end;
  }
  return words;
}

bool IsTerm(std::string_view folded) {
  constexpr std::size_t kMuch = 6;
  const Term* const term = FindLongestStem(folded, kShortestStem);
  return term != nullptr && (term->stem.size() == folded.size() || term->stem.size() >= kMuch);
}

std::vector<std::string_view> SynonymsOf(std::string_view folded) { return EnglishOf(kSynonyms, folded); }

std::vector<std::string_view> SynonymsOfPair(std::string_view first, std::string_view second) {
  std::string both(first);
  (both += ' ') += second;
  return EnglishOf(kPairs, both);
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
