package dev.interestlens.data.source;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The list of what a column of a source can be, in the order in which they are shown. A line says whom the column describes, what its values are, and
 * by which names it is recognised. Its words are {@code data.role.ID} in the window's bundle.
 */
public enum Roles implements ColumnRole {
    USER(
            Owner.EVENT,
            Accepts.KEY,
            "user userid uid reviewerid customer customerid visitorid member 用户 用户id 用户编号 会员 买家",
            "(user|client|customer|buyer|shopper|visitor|member|viewer|reader)" + Names.NUMBERED
                    + "|(用户|客户|顾客|会员|买家)(id|编号|号)?"),
    ITEM(
            Owner.EVENT,
            Accepts.KEY,
            "item itemid iid parentasin asin product productid movie movieid sku goodsid adgroupid"
                    + " 商品 商品id 商品编号 物品 物品id",
            "(item|article|product|sku|goods|movie|film|book|song|track)" + Names.NUMBERED
                    + "|(商品|物品|货品|产品)(id|编号|号)?"),
    /** When an event happened, such as bought_at; not how long it took, such as watch_time. */
    TIME(
            Owner.EVENT,
            Accepts.MOMENT,
            "timestamp time unixreviewtime datetime date ts eventtime createdat 时间 时间戳 日期 下单时间",
            "when|(event|order|ordered|bought|purchase|purchased|view|viewed|click|clicked|rated|rating"
                    + "|review|reviewed|interaction|transaction)(at|on|when|date|time|datetime|timestamp)"
                    + "|(购买|点击|浏览|评分|评论|交易|支付)(时间|日期)"),
    /** The time of the day, where {@link #TIME} holds only dates. */
    CLOCK(Owner.EVENT, Accepts.MOMENT, Names.NONE, Names.NONE),
    CATEGORY(
            Owner.ITEM,
            Accepts.CATEGORIES,
            "category categories categoryid cate cateid genre genres class 类目 类别 品类 分类 类目id",
            "(category|group|itemgroup|productgroup|department)(name|id|no|code)?|(类目|类别|品类|分类)(名称|编号)?"),
    TITLE(Owner.ITEM, Accepts.TEXT, "title name itemname productname movietitle 标题 名称 商品名称", Names.NONE),
    TITLE_ZH(Owner.ITEM, Accepts.TEXT, "titlezh titlechinese namezh 中文标题 中文名", Names.NONE),
    LABEL(
            Owner.EVENT,
            Accepts.NUMBER,
            "label click clicked clk isclick 标签 点击",
            "(is|was)?(bought|purchased|clicked|converted)(yn|flag|ornot)?|是否(购买|点击|下单|成交)"),
    RATING(Owner.EVENT, Accepts.NUMBER, "rating overall score stars 评分", Names.NONE),
    EVENT(Owner.EVENT, Accepts.KIND, "event eventtype behavior behaviour behaviortype action 行为 行为类型", Names.NONE),

    /** The groups of further fields; several columns can have each, completed by the name of a field. */
    USER_FIELD(Owner.USER, Accepts.FIELD, Names.NONE, Names.NONE),
    ITEM_FIELD(Owner.ITEM, Accepts.FIELD, Names.NONE, Names.NONE),
    CONTEXT_FIELD(Owner.EVENT, Accepts.FIELD, Names.NONE, Names.NONE),

    /** Position of a row in the input, where it is not the order of the file: in data sets that were written as Parquet, or as set by a person. */
    ORDER(Owner.EVENT, Accepts.POSITION, Names.NONE, Names.NONE),

    /** Microseconds behind the whole second, in the same data sets. */
    MICROS(Owner.EVENT, Accepts.REST, Names.NONE, Names.NONE);

    /** Several categories in one value are usually joined so; a comma can be part of a name. */
    public static final String BETWEEN_CATEGORIES = "|";

    /** Whom a column describes: it is read once for each of them. */
    public enum Owner {
        EVENT,
        USER,
        ITEM
    }

    /** What the values of a role are. */
    public enum Accepts {
        /** The text that tells users or items apart. */
        KEY,
        MOMENT,
        /** One of a few texts. */
        KIND,
        NUMBER,
        TEXT,
        CATEGORIES,
        /** Numbers or categories, whichever they are. */
        FIELD,
        /** A whole number from 0. */
        POSITION,
        /** What only this program writes; a person does not choose it. */
        REST
    }

    /** Names by which columns are recognised. */
    private static final class Names {
        private static final String NONE = "";
        private static final String NUMBERED = "(id|no|nr|num|number|key|code)?";
    }

    private final String id;
    private final Owner owner;
    private final Accepts accepts;
    private final List<String> known;
    private final Pattern made;

    /**
     * @param known whole names, in small letters and without what stands between words
     * @param made names that are made of parts, for where no column has a known one
     */
    Roles(Owner owner, Accepts accepts, String known, String made) {
        String name = name().toLowerCase(Locale.ROOT);
        this.id = accepts == Accepts.FIELD ? name.replace("_field", ".") : name;
        this.owner = owner;
        this.accepts = accepts;
        this.known = known.isEmpty() ? List.of() : List.of(known.split(" "));
        this.made = Pattern.compile(made.isEmpty() ? "(?!)" : made);
    }

    /** The same as it is written; of a group with the dot before the name of a field. */
    @Override
    public String id() {
        return id;
    }

    @Override
    public Roles kind() {
        return this;
    }

    public Owner owner() {
        return owner;
    }

    /** Whole names, the surest first. */
    List<String> known() {
        return known;
    }

    /** Whether a name, in small letters and without what stands between words, is made of parts that say this role. */
    boolean isMadeSo(String plain) {
        return made.matcher(plain).matches();
    }

    /** Whether it is a group of fields, so that several columns can have it. */
    public boolean isGroup() {
        return accepts == Accepts.FIELD;
    }

    /** Whether a person is offered it for a column. */
    public boolean isOffered() {
        return accepts != Accepts.POSITION && accepts != Accepts.REST;
    }

    /** Whether a person may write it as that of a column. */
    public boolean isWritten() {
        return accepts != Accepts.REST;
    }

    /** Whether a log cannot be read without it. */
    public boolean isNeeded() {
        return accepts == Accepts.KEY;
    }

    /** Whether its value is one text or number and never several. */
    public boolean isSingle() {
        return switch (accepts) {
            case KEY, MOMENT, KIND, NUMBER -> true;
            case TEXT, CATEGORIES, FIELD, POSITION, REST -> false;
        };
    }

    /** Whether its values may be numbers. */
    public boolean mayBeNumber() {
        return accepts == Accepts.NUMBER || accepts == Accepts.FIELD;
    }

    /** Whether its values may be categories. */
    public boolean isCategory() {
        return accepts == Accepts.CATEGORIES || accepts == Accepts.FIELD;
    }

    /** The setting of an import that takes its column, where a person is asked of several that may have it. */
    public Optional<String> setting() {
        return this == TIME ? Optional.of("timeColumn") : isNeeded() ? Optional.of(id) : Optional.empty();
    }

    /** The roles of which a person is asked, in this order. */
    public static List<Roles> asked() {
        return Arrays.stream(values())
                .filter(role -> role.setting().isPresent())
                .toList();
    }

    /** Those that are not groups and describe the same, in this order. */
    public static List<Roles> describing(Owner owner) {
        return Arrays.stream(values())
                .filter(role -> role.owner == owner && !role.isGroup())
                .toList();
    }

    /** Those that tell of the choice itself. */
    public static List<Roles> ofTheChoice() {
        return describing(Owner.EVENT).stream()
                .filter(role -> role.accepts == Accepts.NUMBER || role.accepts == Accepts.KIND)
                .toList();
    }

    /** Those without which a log cannot be read. */
    public static List<Roles> needed() {
        return Arrays.stream(values()).filter(Roles::isNeeded).toList();
    }

    /** Their ids, without groups, as a person may write them. */
    public static List<String> ids() {
        return Arrays.stream(values())
                .filter(role -> role.isOffered() && !role.isGroup())
                .map(Roles::id)
                .toList();
    }

    /** The role of a column as a field of this group, such as {@code context.branch}: a field has the letters and digits of its column. */
    public FieldRole named(String column) {
        return new FieldRole(this, column.replaceAll("[^\\p{L}\\p{N}_-]+", "_"));
    }
}
