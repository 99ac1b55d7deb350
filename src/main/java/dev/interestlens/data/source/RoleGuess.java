package dev.interestlens.data.source;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/** Guesses the roles of columns from their names. The first column that fits a role gets it. */
final class RoleGuess {

    private static final Map<String, List<String>> NAMES = names();

    /** When an event happened, such as {@code bought_at}; not how long it took, such as {@code watch_time}. */
    private static final Pattern EVENT_TIME = Pattern.compile(
            "(event|order|ordered|bought|purchase|purchased|view|viewed|click|clicked|rated|rating|review|reviewed"
                    + "|interaction|transaction)(at|on|date|time|datetime|timestamp)"
                    + "|(购买|点击|浏览|评分|评论|交易|支付)(时间|日期)");

    private RoleGuess() {}

    private static Map<String, List<String>> names() {
        Map<String, List<String>> names = new LinkedHashMap<>();
        names.put(
                Roles.USER,
                List.of(
                        "user",
                        "userid",
                        "uid",
                        "reviewerid",
                        "customer",
                        "customerid",
                        "visitorid",
                        "member",
                        "用户",
                        "用户id",
                        "用户编号",
                        "会员",
                        "买家"));
        names.put(
                Roles.ITEM,
                List.of(
                        "item",
                        "itemid",
                        "iid",
                        "parentasin",
                        "asin",
                        "product",
                        "productid",
                        "movie",
                        "movieid",
                        "sku",
                        "goodsid",
                        "adgroupid",
                        "商品",
                        "商品id",
                        "商品编号",
                        "物品",
                        "物品id"));
        names.put(
                Roles.TIME,
                List.of(
                        "timestamp",
                        "time",
                        "unixreviewtime",
                        "datetime",
                        "date",
                        "ts",
                        "eventtime",
                        "createdat",
                        "时间",
                        "时间戳",
                        "日期",
                        "下单时间"));
        names.put(
                Roles.CATEGORY,
                List.of(
                        "category",
                        "categories",
                        "categoryid",
                        "cate",
                        "cateid",
                        "genre",
                        "genres",
                        "class",
                        "类目",
                        "类别",
                        "品类",
                        "分类",
                        "类目id"));
        names.put(Roles.TITLE, List.of("title", "name", "itemname", "productname", "movietitle", "标题", "名称", "商品名称"));
        names.put(Roles.TITLE_ZH, List.of("titlezh", "titlechinese", "namezh", "中文标题", "中文名"));
        names.put(Roles.LABEL, List.of("label", "click", "clicked", "clk", "isclick", "标签", "点击"));
        names.put(Roles.RATING, List.of("rating", "overall", "score", "stars", "评分"));
        names.put(
                Roles.EVENT,
                List.of("event", "eventtype", "behavior", "behaviour", "behaviortype", "action", "行为", "行为类型"));
        return names;
    }

    /** Role → name of the column, in the order of the roles. */
    static Map<String, String> of(List<String> columns) {
        Map<String, String> roles = new LinkedHashMap<>();
        NAMES.forEach((role, known) -> known.stream()
                .flatMap(name -> columns.stream().filter(column -> plain(column).equals(name)))
                .filter(column -> !roles.containsValue(column))
                .findFirst()
                .ifPresent(column -> roles.put(role, column)));
        if (!roles.containsKey(Roles.TIME)) {
            columns.stream()
                    .filter(column -> EVENT_TIME.matcher(plain(column)).matches())
                    .findFirst()
                    .ifPresent(column -> roles.put(Roles.TIME, column));
        }
        return roles;
    }

    private static String plain(String column) {
        return column.strip()
                .toLowerCase(Locale.ROOT)
                .replaceAll("[\\s_\\-.]", "")
                .replaceFirst(":[a-z]+$", "");
    }

    static Set<String> known() {
        return NAMES.keySet();
    }
}
