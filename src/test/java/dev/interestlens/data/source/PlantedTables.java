package dev.interestlens.data.source;

import dev.interestlens.data.source.PlantedTable.Event;
import dev.interestlens.data.source.PlantedTable.Maker;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.IntStream;

/** Tables whose columns are easily taken for something else, each with its planted answer. */
final class PlantedTables {
    private PlantedTables() {}

    static List<PlantedTable> all() {
        List<PlantedTable> all = new ArrayList<>();
        List.of(plain(), misleadingNames(), twoDates(), wholeNumbers(), outcomes(), labelled(), withoutNames())
                .forEach(some -> some.forEach(maker -> all.add(maker.make())));
        return all;
    }

    /** User, item and seconds with the usual names. */
    private static Maker log(String name) {
        return keys(name).as("time", "timestamp", Event::time);
    }

    private static Maker keys(String name) {
        return new Maker(name).as("user", "user_id", e -> "u" + e.user()).as("item", "item_id", e -> "i" + e.item());
    }

    private static Function<Event, Object> at(String pattern) {
        return event -> at(event.time(), pattern);
    }

    private static String at(long time, String pattern) {
        OffsetDateTime moment = Instant.ofEpochSecond(time).atOffset(ZoneOffset.UTC);
        return moment.format(DateTimeFormatter.ofPattern(pattern, Locale.ROOT));
    }

    private static long day(Event event) {
        return event.time() / 86_400;
    }

    private static Function<Event, Object> flag() {
        return event -> event.any(2);
    }

    private static Function<Event, Object> number(int below) {
        return event -> event.any(below);
    }

    private static Function<Event, Object> fraction() {
        return event -> String.format(Locale.ROOT, "%.3f", event.random().nextDouble() * 1.4);
    }

    /** What was right before must not be asked. */
    private static List<Maker> plain() {
        return List.of(
                log("plain"),
                log("plain with a device").with("device", e -> e.one(List.of("app", "web", "tv"))),
                log("plain with a label").as("label", "click", flag()).with("position", number(10)),
                log("plain with a title and a category")
                        .as("title", "title", e -> "Story of " + e.item())
                        .as("category", "category", e -> "c" + e.item() % 7),
                log("plain with a rating").as("rating", "rating", e -> 1 + e.any(5)),
                log("plain with kinds of events").as("event", "event", e -> e.one(List.of("view", "cart", "buy"))),
                log("plain with the hour and the weekday")
                        .with("hour_of_day", at("H"))
                        .with("weekday", e -> 1 + day(e) % 7),
                log("plain with the length of the item").with("duration", e -> 60 + e.item() * 7));
    }

    private static List<Maker> misleadingNames() {
        return List.of(
                new Maker("an app of three values")
                        .as("user", "user_id", e -> e.user())
                        .as("item", "pk", e -> "p" + e.item())
                        .as("time", "ts", Event::time)
                        .with("src__app", e -> e.one(List.of("ios", "android", "web"))),
                new Maker("a user of four values")
                        .as("user", "k", e -> "k" + e.user())
                        .as("item", "item_id", e -> e.item())
                        .as("time", "ts", Event::time)
                        .with("user_kind__user", e -> e.one(List.of("new", "free", "paid", "staff"))),
                new Maker("an item of three plans")
                        .as("user", "user_id", e -> "u" + e.user())
                        .as("item", "ref", e -> "r" + e.item())
                        .as("time", "timestamp", Event::time)
                        .with("product", e -> e.one(List.of("basic", "plus", "pro"))),
                new Maker("a user of three ranks")
                        .as("user", "k1", e -> "k" + e.user())
                        .as("item", "item_id", e -> "i" + e.item())
                        .as("time", "timestamp", Event::time)
                        .with("user", e -> e.one(List.of("admin", "guest", "member"))),
                log("a title of three kinds")
                        .with("title", e -> List.of("Film", "Serie", "Doku").get(e.item() % 3)),
                keys("a time that is a part of the day")
                        .with("time", e -> e.one(List.of("morning", "noon", "evening")))
                        .as("time", "created", at("yyyy-MM-dd HH:mm:ss")),
                keys("a date that is a weekday").with("date", at("EEE")).as("time", "stamp", Event::time),
                new Maker("an item of each row")
                        .as("user", "user_id", e -> "u" + e.user())
                        .with("item", e -> 100_000 + e.number())
                        .as("item", "sku", e -> "s" + e.item())
                        .as("time", "timestamp", Event::time),
                new Maker("a user of each row")
                        .with("user_id", e -> "x" + (100_000 + e.number()))
                        .as("user", "member_no", e -> "m" + e.user())
                        .as("item", "item_id", e -> "i" + e.item())
                        .as("time", "timestamp", Event::time),
                new Maker("a film that is yes or no")
                        .as("user", "user_id", e -> "u" + e.user())
                        .as("item", "content", e -> "c" + e.item())
                        .with("movie", e -> e.item() % 3 == 0)
                        .as("time", "timestamp", Event::time),
                new Maker("a game of three modes")
                        .as("user", "player", e -> "u" + e.user())
                        .as("item", "map_code", e -> "c" + e.item())
                        .with("game_mode", e -> e.one(List.of("solo", "duo", "squad")))
                        .as("time", "timestamp", Event::time),
                new Maker("students of three levels")
                        .as("user", "sid", e -> "u" + e.user())
                        .as("item", "lesson_id", e -> "c" + e.item())
                        .with("student_level", e -> 1 + e.any(3))
                        .as("time", "timestamp", Event::time),
                log("a title of a person")
                        .with("title", e -> List.of("Mr", "Ms", "Dr").get(e.user() % 3)),
                log("an app beside the item").with("app", e -> e.one(List.of("a", "b"))));
    }

    private static List<Maker> twoDates() {
        return List.of(
                keys("a load time of five values")
                        .rows(2000)
                        .with("inserted_at", e -> at(1_720_000_000L + e.number() / 400 * 3600L, "yyyy-MM-dd HH:mm:ss"))
                        .as("time", "ts_event", at("yyyy-MM-dd HH:mm:ss")),
                keys("a load day beside seconds")
                        .with("loaded_at", e -> at(1_720_000_000L + e.number() / 120 * 86_400L, "yyyy-MM-dd"))
                        .as("time", "event_ts", Event::time),
                keys("a day of batches")
                        .with("batch_date", e -> "2024-07-0" + (1 + e.number() / 200))
                        .as("time", "occurred", at("yyyy-MM-dd HH:mm:ss")),
                keys("a day of the account")
                        .with("created_at", e -> at(1_600_000_000L + e.user() * 86_400L, "yyyy-MM-dd HH:mm:ss"))
                        .as("time", "at", at("yyyy-MM-dd HH:mm:ss")),
                keys("an export day before the purchase")
                        .with("date", e -> "2024-08-0" + (1 + e.number() / 250))
                        .as("time", "purchase_date", at("yyyy-MM-dd")),
                keys("a beginning and an end")
                        .as("time", "t_start", at("yyyy-MM-dd HH:mm:ss"))
                        .with("t_end", e -> at(e.time() + 300 + e.any(500), "yyyy-MM-dd HH:mm:ss")),
                keys("two times of one kind")
                        .with("first_ts", Event::time)
                        .with("second_ts", e -> e.time() + 86_400L * e.any(40))
                        .open(),
                keys("two days of one kind")
                        .with("date_a", at("yyyy-MM-dd"))
                        .with("date_b", e -> at(e.time() + 86_400L * e.any(40), "yyyy-MM-dd"))
                        .open(),
                keys("events with names of their own")
                        .as("time", "timestamp", Event::time)
                        .without("event", e -> "e" + (70_000 + e.number() / 2)),
                keys("an action in words")
                        .as("time", "timestamp", Event::time)
                        .without("action", e -> "opened page " + e.any(500)));
    }

    private static List<Maker> wholeNumbers() {
        return List.of(
                new Maker("the day of a study")
                        .as("user", "household_key", e -> 1 + e.user())
                        .with("basket_id", e -> 26_984_851_472L + e.number() / 3)
                        .as("time", "DAY", e -> day(e) - 19_674)
                        .as("item", "product_id", e -> 800_000 + e.item())
                        .shuffled(),
                keys("the place within a user").as("time", "seq", Event::nth).shuffled(),
                keys("the year").as("time", "year", e -> 2004 + e.number() / 32).shuffled(),
                keys("hours since some day")
                        .as("time", "hour_bucket", e -> e.time() / 3600)
                        .shuffled(),
                keys("weeks").as("time", "week", e -> 1 + e.number() / 12).shuffled(),
                keys("months of a year")
                        .as("time", "month", e -> 202_301 + e.number() / 120 * 100 + e.number() / 10 % 12)
                        .shuffled(),
                keys("steps").as("time", "step", Event::number).shuffled(),
                keys("days since 1970")
                        .as("time", "unix_day", PlantedTables::day)
                        .shuffled(),
                keys("the number of an event")
                        .as("time", "event_index", Event::number)
                        .shuffled(),
                keys("days in German")
                        .as("time", "Tag", e -> 1 + e.number() / 6)
                        .shuffled(),
                keys("days in Chinese").as("time", "天", e -> 1 + e.number() / 6).shuffled(),
                keys("days in Spanish")
                        .as("time", "dia", e -> 1 + e.number() / 6)
                        .shuffled(),
                keys("a day and an hour").as("time", "date", at("yyyy-MM-dd")).as("clock", "hour", at("H")),
                keys("a day and an hour in German")
                        .as("time", "Datum", at("dd.MM.yyyy"))
                        .as("clock", "Stunde", at("H")),
                keys("twelve hours").as("time", "time", at("yyyy-MM-dd hh:mm")).open(),
                keys("twelve hours beside a day")
                        .as("time", "date", at("yyyy-MM-dd"))
                        .as("clock", "clock", at("hh:mm"))
                        .open(),
                keys("twelve hours of a slash date")
                        .as("time", "when", at("dd/MM/yyyy h:mm:ss"))
                        .open());
    }

    private static List<Maker> outcomes() {
        List<Maker> all = new ArrayList<>();
        for (String minutes : List.of(
                "min_ouvidos",
                "play_duration",
                "dwell",
                "minuti_ascolto",
                "kijktijd",
                "watch_time",
                "scroll_depth",
                "amount",
                "total",
                "quantity",
                "hours_played",
                "comment_count",
                "helpful_votes",
                "x7")) {
            all.add(log("a number " + minutes).without(minutes, number(90)));
        }
        for (String share : List.of("watch_ratio", "completion", "percent_seen", "score_after")) {
            all.add(log("a share " + share).without(share, fraction()));
        }
        for (String yes : List.of("useful", "correct", "returned", "renewed", "finished", "skipped")) {
            all.add(log("a flag " + yes).without(yes, flag()));
        }
        all.add(log("a state that undoes the choice")
                .as("event", "status", e -> e.one(List.of("completed", "cancelled", "refunded"))));
        all.add(log("a state in German")
                .as("event", "Status", e -> e.one(List.of("bezahlt", "storniert", "erstattet"))));
        all.add(log("a state in numbers").without("order_status", e -> 1 + e.any(5)));
        all.add(log("kinds of events in numbers").as("event", "action_type", e -> 1 + e.any(4)));
        all.add(log("likes and dislikes").as("label", "like", e -> e.any(3) == 0 ? -1 : 1));
        all.add(log("likes, dislikes and neither").as("label", "like", e -> e.any(3) - 1));
        all.add(log("feedback of both signs").as("label", "feedback", e -> e.any(3) == 0 ? -1 : 1));
        all.add(log("votes of both signs").as("label", "vote", e -> e.any(3) == 0 ? -1 : 1));
        return all;
    }

    private static List<Maker> labelled() {
        List<Maker> all = new ArrayList<>();
        for (String after : List.of("dwell", "min_ouvidos", "watch_ratio", "basket_value", "is_like", "returned")) {
            all.add(log("a label and " + after)
                    .as("label", "click", flag())
                    .without(after, after.startsWith("is") || after.startsWith("ret") ? flag() : number(90)));
        }
        all.add(log("a label and a like of both signs")
                .as("label", "click", flag())
                .without("like", e -> e.any(2) * 2 - 1));
        return all;
    }

    /** Without names that tell: more users than items, and fewer. */
    private static List<Maker> withoutNames() {
        List<Maker> all = new ArrayList<>();
        List<List<String>> names = List.of(
                List.of("a", "b", "c"),
                List.of("col1", "col2", "col3"),
                List.of("k", "m", "t"),
                List.of("x", "y", "z"),
                List.of("left", "right", "at"));
        IntStream.range(0, names.size()).forEach(n -> {
            List<String> of = names.get(n);
            all.add(new Maker("more users than items, " + of)
                    .sized(500, 40 + 20 * n)
                    .as("user", of.get(0), e -> (n % 2 == 0 ? "" : "p") + (1000 + e.user()))
                    .as("item", of.get(1), e -> (n % 3 == 0 ? "" : "q") + (5000 + e.item()))
                    .as("time", of.get(2), Event::time)
                    .open());
            all.add(new Maker("fewer users than items, " + of)
                    .sized(40 + 20 * n, 400)
                    .as("user", of.get(0), e -> (n % 2 == 0 ? "" : "p") + (1000 + e.user()))
                    .as("item", of.get(1), e -> (n % 3 == 0 ? "" : "q") + (5000 + e.item()))
                    .as("time", of.get(2), Event::time)
                    .open());
        });
        all.add(new Maker("more users than items, the item first")
                .sized(500, 60)
                .as("item", "a", e -> "q" + e.item())
                .with("b", e -> "group " + e.item() % 9)
                .as("user", "c", e -> "p" + e.user())
                .as("time", "d", Event::time)
                .open());
        return all;
    }
}
