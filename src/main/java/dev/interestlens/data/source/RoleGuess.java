package dev.interestlens.data.source;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/** Guesses the roles of columns from their names: known ones first, then those made of parts. The first column that fits a role gets it. */
public final class RoleGuess {

    private static final Map<String, List<String>> NAMES = names();

    private static final String NUMBERED = "(id|no|nr|num|number|key|code)?";

    /** Names that are made of parts, for the roles that no column has by a known name. */
    private static final Map<String, Pattern> MADE = made();

    private RoleGuess() {}

    private static Map<String, List<String>> names() {
        Map<String, List<String>> names = new LinkedHashMap<>();
        names.put(
                Roles.USER,
                words("user userid uid reviewerid customer customerid visitorid member 用户 用户id 用户编号 会员 买家"));
        names.put(
                Roles.ITEM,
                words("item itemid iid parentasin asin product productid movie movieid sku goodsid "
                        + "adgroupid 商品 商品id 商品编号 物品 物品id"));
        names.put(
                Roles.TIME, words("timestamp time unixreviewtime datetime date ts eventtime createdat 时间 时间戳 日期 下单时间"));
        names.put(
                Roles.CATEGORY,
                words("category categories categoryid cate cateid genre genres class 类目 类别 品类 分类 类目id"));
        names.put(Roles.TITLE, words("title name itemname productname movietitle 标题 名称 商品名称"));
        names.put(Roles.TITLE_ZH, words("titlezh titlechinese namezh 中文标题 中文名"));
        names.put(Roles.LABEL, words("label click clicked clk isclick 标签 点击"));
        names.put(Roles.RATING, words("rating overall score stars 评分"));
        names.put(Roles.EVENT, words("event eventtype behavior behaviour behaviortype action 行为 行为类型"));
        return names;
    }

    private static List<String> words(String known) {
        return List.of(known.split(" "));
    }

    private static Map<String, Pattern> made() {
        Map<String, Pattern> made = new LinkedHashMap<>();
        made.put(
                Roles.USER,
                Pattern.compile("(user|client|customer|buyer|shopper|visitor|member|viewer|reader)" + NUMBERED
                        + "|(用户|客户|顾客|会员|买家)(id|编号|号)?"));
        made.put(
                Roles.ITEM,
                Pattern.compile("(item|article|product|sku|goods|movie|film|book|song|track)" + NUMBERED
                        + "|(商品|物品|货品|产品)(id|编号|号)?"));
        // when an event happened, such as bought_at; not how long it took, such as watch_time
        made.put(
                Roles.TIME,
                Pattern.compile(
                        "when|(event|order|ordered|bought|purchase|purchased|view|viewed|click|clicked|rated|rating"
                                + "|review|reviewed|interaction|transaction)(at|on|when|date|time|datetime|timestamp)"
                                + "|(购买|点击|浏览|评分|评论|交易|支付)(时间|日期)"));
        made.put(
                Roles.CATEGORY,
                Pattern.compile(
                        "(category|group|itemgroup|productgroup|department)(name|id|no|code)?|(类目|类别|品类|分类)(名称|编号)?"));
        made.put(
                Roles.LABEL,
                Pattern.compile("(is|was)?(bought|purchased|clicked|converted)(yn|flag|ornot)?|是否(购买|点击|下单|成交)"));
        return made;
    }

    /** Role → name of the column. */
    public static Map<String, String> of(List<String> columns) {
        Map<String, String> roles = new LinkedHashMap<>();
        NAMES.forEach((role, known) -> known.stream()
                .flatMap(name -> columns.stream().filter(column -> plain(column).equals(name)))
                .filter(column -> !roles.containsValue(column))
                .findFirst()
                .ifPresent(column -> roles.put(role, column)));
        MADE.forEach((role, name) -> {
            if (!roles.containsKey(role)) {
                columns.stream()
                        .filter(column -> name.matcher(plain(column)).matches())
                        .filter(column -> !roles.containsValue(column))
                        .findFirst()
                        .ifPresent(column -> roles.put(role, column));
            }
        });
        return roles;
    }

    /** The columns whose names mean the same as that of a column, itself among them. */
    public static List<String> alike(List<String> columns, String column) {
        return columns.stream()
                .filter(other -> plain(other).equals(plain(column)))
                .toList();
    }

    private static String plain(String column) {
        return column.strip()
                .toLowerCase(Locale.ROOT)
                .replaceAll("[\\s_\\-.]", "")
                .replaceFirst(":[a-z]+$", "");
    }
}
