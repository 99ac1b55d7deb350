package dev.interestlens.data.source;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;

/**
 * Made-up logs of many trades with odd headers in six languages, each with what its columns are. A line is a table: how it is written, then its
 * columns as {@code header=kind}; a space in a header is written {@code ~}.
 */
final class OddTables {
    private static final String SPECS = """
            , iso int int | order_line=row customer_no=user stock_code=item description=title qty=quantity unit_price=price ordered_at=time shop=branch
            ; dmy text text | Lfd.~Nr.=row Lesernummer=user Mediennummer=item Titel=title Sachgruppe=category Ausleihdatum=time Rückgabedatum=otherdate Zweigstelle=branch
            \t epoch hex int | listener=user track_id=item artist=maker track=title played=time ms_played=seconds session=session
            , isoT int int | visitorId=user articleId=item section=category headline=title viewedAt=time clicked=label10 device=channel
            ; dmyhm int text | N°~étudiant=user code~cours=item intitulé=title matière=category date~inscription~cours=time évaluation=rating
            , iso int int | usuario=user receta_id=item nombre_receta=title tipo~de~plato=category fecha=time estrellas=rating comentario=comment
            , zh int int | 玩家编号=user 游戏编号=item 游戏名称=titlezh 类型=category 购买时间=time 平台=channel 时长=seconds
            , iso text int | 応募者ID=user 求人番号=item 職種名=title 業種=category 応募日時=time 都道府県=region
            | mdy int int | RECEIPT_NO=session LINE_NO=smallrow CARD_ID=openuser PLU_CODE=openitem PLU_TEXT=title DEPT=category TRX_DATE=time QTY=quantity AMOUNT=amount
            ; dmy text int | Buchungsnummer=row Gast-ID=user Hotel-ID=item Hotelname=title Anreise=otherdate gebucht_am=time Nächte=quantity Land=usercity
            , epoch int int | user_id=user item_id=item timestamp=time
            , iso int int | cust=user prod=item when=time price=price
            ; iso text text | kd_nr=user art_nr=item art_bez=title wgr=category bestelldatum=time menge=quantity filiale=branch
            , epochms hex hex | visitor=user sku=item ts=time event_type=event page_url=comment
            ; dmyhm text text | Code~client=user Réf.~article=item Désignation=title Famille=category Date~achat=time Quantité=quantity Magasin=branch Vendeur=staff
            , dmyslash int int | id_cliente=user cod_producto=item descripcion=title familia=category fecha_venta=time unidades=quantity tienda=branch num_ticket=session
            , isots int text | 会员号=user 商品条码=item 商品名=titlezh 大类=category 交易时间=time 数量=quantity 门店=branch 流水号=session
            \t isots int int | 会員番号=user 商品コード=item 商品名=title 分類名=category 購入日時=time 個数=quantity 店舗名=branch 伝票番号=session
            , isoT text int | patron_barcode=user bib_number=item title=title author=maker checkout_date=time due_date=otherdate branch=branch patron_type=usergroup
            ; dmy int int | Benutzer=user Exemplar-Nr=item Verfasser=maker Kurztitel=title Systematik=category Entliehen~am=time Verlängerungen=quantity
            , iso int text | n°_lecteur=user isbn=item auteur=maker titre=title date_prêt=time date_retour=otherdate site=branch
            , dmyslash int int | nº~lector=user signatura=item autor=maker título=title materia=category fecha_préstamo=time fecha_devolución=otherdate biblioteca=branch
            , isots int text | 读者证号=user 图书条码=item 题名=titlezh 作者=maker 分类号=category 借出日期=time 应还日期=otherdate 馆藏地点=branch
            , isots int int | 利用者番号=user 資料番号=item 書名=title 著者=maker 分類記号=category 貸出日時=time 返却日=otherdate 館名=branch
            ; isots text int | Hörer-ID=user Song-ID=item Songtitel=title Interpret=maker Genre=category Gehört~am=time Dauer~(s)=seconds
            , epoch hex text | auditeur_id=user morceau_id=item titre_morceau=title artiste=maker ecoute_le=time duree_s=seconds
            , isots int int | oyente=user cancion=item titulo_cancion=title artista=maker genero=category reproducido=time dispositivo=channel
            , epochms int int | 用户ID=user 歌曲ID=item 歌名=titlezh 歌手=maker 播放时间=time 播放时长=seconds 渠道=channel
            , isots hex int | ユーザーID=user 楽曲ID=item 曲名=title アーティスト名=maker 再生日時=time 再生秒数=seconds
            , epoch hex int | uid=user nid=openitem cat=category subcat=category2 t=time clk=label10 pos=quantity
            ; dmyhm text int | Besucher=user Artikel-Nr=item Überschrift=title Ressort=category Aufgerufen=time Lesedauer=seconds geklickt=labelja
            , isots int int | 用户编号=user 新闻编号=item 新闻标题=titlezh 频道=category 浏览时间=time 是否点击=labelzh
            , isots int int | 閲覧者ID=user 記事ID=item 見出し=title カテゴリ=category 閲覧日時=time クリック=label10
            , isoT int int | StudentID=user CourseCode=item CourseTitle=title Subject=category EnrolledOn=time Completed=yesno Grade=rating
            ; dmy text text | Teilnehmer-Nr=user Kursnummer=item Kurstitel=title Fachbereich=category Anmeldedatum=time Bewertung=rating Bemerkung=comment
            , isots int int | 学号=user 课程代码=item 课程名称=titlezh 学院=usergroup 选课时间=time 评分=rating
            , isots text int | 受講者番号=user 講座コード=item 講座名=title 分野=category 申込日=time 評価=rating
            , iso int int | recipe_id=item user_id=user date=time rating=rating review=comment
            ; dmyhm int int | Nutzer-ID=user Rezept-Nr=item Rezeptname=title Kategorie=category Gekocht~am=time Sterne=rating
            , isots int int | 用户=user 菜谱=item 菜名=titlezh 菜系=category 收藏时间=time 评分=rating 备注=comment
            , isots int int | 会員ID=user レシピID=item レシピ名=title ジャンル=category 投稿日時=time 星=rating
            , epoch int int | player_id=user game_id=item game_title=title genre=category purchase_ts=time hours_played=hours platform=channel
            ; isots text int | Spieler=user Spiel-ID=item Spielname=title Gekauft=time Preis=price Plattform=channel
            , isots text int | joueur=user id_jeu=item nom_jeu=title genre=category date_achat=time plateforme=channel
            , isots int int | candidate_id=user job_id=item job_title=title industry=category applied_on=time source=channel shortlisted=yesno
            ; dmy text text | Bewerber-Nr=user Stellen-ID=item Stellenbezeichnung=title Branche=category Bewerbungsdatum=time Standort=region
            , dmyslash int int | id_candidat=user ref_offre=item intitule_poste=title secteur=category date_candidature=time
            , isots int int | 求职者ID=user 职位ID=item 职位名称=titlezh 行业=category 投递时间=time 城市=usercity
            ; dmyhm text text | Bon-Nr=session Pos=smallrow Kundenkarte=user EAN=item Artikeltext=title Warengruppe=category Datum=time Menge=quantity Betrag=amount Kassierer=staff
            , dmyhm text text | InvoiceNo=session StockCode=item Description=title Quantity=quantity InvoiceDate=time UnitPrice=price CustomerID=user Country=usercity
            ; dmyhm int text | n°_facture=session code_client=user code_article=item libellé_article=title rayon=category date_facture=time qté=quantity montant=amount
            , isots int text | 小票号=session 会员卡号=user 商品编码=item 品名=titlezh 销售时间=time 数量=quantity 金额=amount 收银员=staff
            , isots int text | レシート番号=session 会員コード=user JANコード=item 品名=title 売上日時=time 数量=quantity 金額=amount
            , isoT int int | booking_ref=row guest_id=user property_id=item property_name=title booked_at=time check_in=otherdate nights=quantity country=usercity
            ; dmy text int | n°_réservation=row id_voyageur=user id_hôtel=item nom_hôtel=title date_réservation=time date_arrivée=otherdate nuits=quantity
            , dmyslash int int | localizador=row id_huésped=user id_hotel=item hotel=title fecha_reserva=time llegada=otherdate noches=quantity
            , isots int int | 订单号=row 住客编号=user 酒店编号=item 酒店名称=titlezh 下单时间=time 入住日期=otherdate 晚数=quantity
            , isots int int | 予約番号=row 宿泊者ID=user 宿ID=item 宿名=title 予約日時=time チェックイン日=otherdate 泊数=quantity
            , isots int int | a=openuser b=openitem c=time
            ; dmy int int | id=row code=openuser ref=openitem libelle=title date=time
            , epoch int int | x1=openuser x2=openitem x3=time x4=quantity
            , isots int title | member=user book=item lent=time returned=otherdate
            ; dmyhm text title | Kunde=user Artikelbezeichnung=item Datum=time Anzahl=quantity
            , isots name int | customer_name=user product_id=item product_name=title order_date=time
            , isots int int | UserName=uname UserId=user ProductId=item Score=rating Time=time Summary=comment const=const empty=empty
            , isots int int | buyer_id=user seller_id=staff listing_id=item listing_title=title sold_at=time price=price
            , isots text text | household_key=user basket_id=session product_id=item department=category brand=maker day=time store_id=branch
            , isots int int | subscriber=user show=openitem episode_title=title watched_at=time minutes=seconds completed=yesno
            """;

    private static final List<String> WORDS = List.of(
            "river", "silver", "night", "garden", "stone", "paper", "little", "winter", "story", "green", "salt",
            "north", "glass", "summer", "iron", "quiet");
    private static final List<String> HAN =
            List.of("最后", "钟声", "春天", "河流", "夜晚", "故乡", "小城", "月光", "风", "山", "海", "书店");
    private static final long START = 1_640_000_000L;

    /** @param kinds header → what the column is */
    record Table(String name, String text, Map<String, String> kinds) {}

    private OddTables() {}

    static List<Table> all() {
        List<Table> tables = new ArrayList<>();
        for (String line : SPECS.lines().toList()) {
            tables.add(table(line, tables.size()));
        }
        return tables;
    }

    private static Table table(String line, int number) {
        String[] parts = line.split(" \\| ", 2);
        String[] how = parts[0].split(" ");
        Map<String, String> kinds = new LinkedHashMap<>();
        for (String column : parts[1].split(" ")) {
            int at = column.lastIndexOf('=');
            kinds.put(column.substring(0, at).replace('~', ' '), column.substring(at + 1));
        }
        StringBuilder text = new StringBuilder(String.join(how[0], kinds.keySet())).append('\n');
        new Rows(how, new Random(1000 + number)).write(text, List.copyOf(kinds.values()));
        return new Table(number + " " + String.join(" ", kinds.keySet()), text.toString(), kinds);
    }

    /** Writes the rows of one table. */
    private static final class Rows {
        private final String[] how;
        private final Random random;
        private final int users;
        private final int items;
        private final int rows;

        Rows(String[] how, Random random) {
            this.how = how;
            this.random = random;
            users = 40 + random.nextInt(80);
            items = 50 + random.nextInt(150);
            rows = 500 + random.nextInt(900);
        }

        void write(StringBuilder text, List<String> kinds) {
            long time = START;
            int session = 70_000;
            int left = 0;
            int user = 0;
            for (int row = 0; row < rows; row++) {
                time += 60 + random.nextInt(40_000);
                if (left == 0) {
                    left = 1 + random.nextInt(4);
                    session++;
                    user = skewed(users);
                }
                left--;
                int item = skewed(items);
                List<String> cells = new ArrayList<>();
                for (String kind : kinds) {
                    cells.add(cell(kind, row, user, item, session, left, time));
                }
                text.append(String.join(how[0], cells)).append('\n');
            }
        }

        private int skewed(int count) {
            return (int) (count * Math.pow(random.nextDouble(), 1.6));
        }

        private String cell(String kind, int row, int user, int item, int session, int left, long time) {
            return switch (kind) {
                case "row" -> String.valueOf(100_001 + row);
                case "smallrow" -> String.valueOf(left + 1);
                case "user", "openuser" -> key(how[2], user, "L-");
                case "item", "openitem" -> key(how[3], item, "M");
                case "time" -> time(time);
                case "otherdate" -> random.nextInt(8) == 0 ? "" : time(time + 86_400L * (7 + random.nextInt(30)));
                case "title" -> title(item);
                case "titlezh" -> HAN.get(item % 12) + HAN.get(item / 12 % 12) + (item > 143 ? "二" : "");
                case "category" -> "group " + (char) ('A' + item % 9);
                case "category2" -> "part " + (char) ('A' + item % 9) + item % 18;
                case "maker" -> "Maker " + item % 37;
                case "price" -> String.format(Locale.ROOT, "%.2f", 3 + item * 7 % 90 + 0.99);
                case "amount" -> String.format(Locale.ROOT, "%.2f", 1 + random.nextInt(9000) / 100.0);
                case "quantity" -> String.valueOf(1 + random.nextInt(5));
                case "hours", "seconds" -> String.valueOf(random.nextInt(900));
                case "branch" -> "Branch " + random.nextInt(6);
                case "channel" -> List.of("web", "app", "phone").get(random.nextInt(3));
                case "region", "usercity" -> "City " + (kind.equals("region") ? item : user) % 13;
                case "usergroup" -> "type " + user % 4;
                case "uname" -> "Person " + WORDS.get(user % 16) + " " + user;
                case "staff" -> "E" + random.nextInt(9);
                case "session" -> String.valueOf(session);
                case "comment" -> comment();
                case "rating" -> String.valueOf(1 + random.nextInt(5));
                case "label10" -> String.valueOf(random.nextInt(2));
                case "labelja" -> random.nextBoolean() ? "ja" : "nein";
                case "labelzh" -> random.nextBoolean() ? "是" : "否";
                case "yesno" -> random.nextBoolean() ? "yes" : "no";
                case "event" -> List.of("view", "cart", "buy").get(random.nextInt(3));
                case "const" -> "EU";
                case "empty" -> "";
                default -> throw new IllegalArgumentException(kind);
            };
        }

        private static String title(int item) {
            return WORDS.get(item % 16) + " " + WORDS.get(item / 16 % 16) + (item % 2 == 0 ? " tale" : "");
        }

        private String comment() {
            StringBuilder text = new StringBuilder();
            for (int w = 0; w < 9; w++) {
                text.append(w == 0 ? "" : " ").append(WORDS.get(random.nextInt(16)));
            }
            return text.toString();
        }

        private static String key(String style, int number, String prefix) {
            return switch (style) {
                case "int" -> String.valueOf(1000 + number * 7);
                case "text" -> prefix + (10_000 + number);
                case "hex" -> String.format(Locale.ROOT, "%08x", number * 2_654_435_761L & 0xffffffffL);
                case "title" -> title(number);
                case "name" -> "Person " + WORDS.get(number % 16) + " " + (char) ('A' + number / 16);
                default -> throw new IllegalArgumentException(style);
            };
        }

        private String time(long seconds) {
            OffsetDateTime at = Instant.ofEpochSecond(seconds).atOffset(ZoneOffset.UTC);
            String pattern =
                    switch (how[1]) {
                        case "iso" -> "yyyy-MM-dd";
                        case "isoT" -> "yyyy-MM-dd'T'HH:mm:ss'Z'";
                        case "isots" -> "yyyy-MM-dd HH:mm:ss";
                        case "dmy" -> "dd.MM.yyyy";
                        case "dmyhm" -> "dd.MM.yyyy HH:mm";
                        case "dmyslash" -> "dd/MM/yyyy";
                        case "mdy" -> "MM/dd/yyyy";
                        case "zh" -> "yyyy年MM月dd日";
                        case "epoch", "epochms" -> "";
                        default -> throw new IllegalArgumentException(Arrays.toString(how));
                    };
            return pattern.isEmpty()
                    ? String.valueOf(how[1].equals("epoch") ? seconds : seconds * 1000 + 123)
                    : at.format(DateTimeFormatter.ofPattern(pattern, Locale.ROOT));
        }
    }
}
