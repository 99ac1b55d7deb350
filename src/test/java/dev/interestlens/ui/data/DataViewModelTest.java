package dev.interestlens.ui.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.interestlens.data.DatasetInfo;
import dev.interestlens.data.Field;
import dev.interestlens.data.PreparedDataset;
import dev.interestlens.data.protocol.Logs;
import dev.interestlens.data.protocol.Part;
import dev.interestlens.data.protocol.ProtocolConfig;
import dev.interestlens.data.protocol.Split;
import dev.interestlens.data.protocol.probe.LeakProbes;
import dev.interestlens.data.protocol.probe.Leaks;
import dev.interestlens.data.source.ColumnMapping;
import dev.interestlens.data.source.Roles;
import dev.interestlens.data.source.prepare.Inspection;
import dev.interestlens.data.source.prepare.Preview;
import dev.interestlens.data.source.time.TimeQuestion;
import dev.interestlens.store.Disk;
import dev.interestlens.testing.Patience;
import dev.interestlens.testing.QuickProgram;
import dev.interestlens.testing.TinyShop;
import dev.interestlens.ui.common.Background;
import dev.interestlens.ui.common.ErrorPresenter;
import dev.interestlens.ui.common.Language;
import dev.interestlens.ui.common.ListedData;
import dev.interestlens.ui.common.Messages;
import dev.interestlens.ui.common.OpenDataset;
import dev.interestlens.ui.common.Session;
import dev.interestlens.ui.common.file.FileDialogs;
import dev.interestlens.ui.common.run.Children;
import dev.interestlens.ui.common.run.ImportRunner;
import dev.interestlens.workspace.Workspace;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@Tag("thorough")
class DataViewModelTest {

    @TempDir
    Path root;

    private final Session session = new Session();
    private final ErrorPresenter errors = new ErrorPresenter();
    private final AtomicBoolean trained = new AtomicBoolean();
    private ImportRunner imports;
    private DataViewModel model;

    @BeforeEach
    void open() {
        Workspace workspace = new Workspace(root.resolve("home")).create(Disk.real());
        Background background = Background.inline(errors);
        Messages messages = new Messages(Language.ENGLISH);
        imports = new ImportRunner(new Children(
                workspace, QuickProgram.launcher(), background, (period, work) -> () -> {}, session, errors, messages));
        model = new DataViewModel(
                workspace, session, background, imports, messages, new NoDialogs(), () -> trained.set(true));
    }

    private Path table(String separator, int badLine, Charset charset) throws IOException {
        List<String> lines = new ArrayList<>(List.of(String.join(separator, "who", "商品", "ts", "note")));
        for (int i = 1; i < 40; i++) {
            String note = i + 1 == badLine ? "\"never closed" : "n" + i;
            lines.add(String.join(separator, "u" + i % 4, "件" + i % 7, String.valueOf(1_700_000_000 + i), note));
        }
        return Files.writeString(root.resolve("events.csv"), String.join("\n", lines) + "\n", charset);
    }

    private static void await(BooleanSupplier done) {
        Patience patience = new Patience(() -> "what the view model is to show");
        while (!done.getAsBoolean()) {
            patience.sleep();
        }
    }

    @Test
    void aTableWaitsUntilItsColumnsAreNamedAndIsThenOpened() throws IOException {
        model.bring(List.of(table(",", 0, Charset.forName("UTF-8"))));
        assertThat(model.mapping().waitingProperty().get().roles().written())
                .containsEntry("item", "商品")
                .doesNotContainKey("user");
        assertThat(model.mapping().waitingProperty().get().isReadable()).isFalse();
        model.mapping().change(Map.of(), ColumnMapping.typed(Map.of("user", "who", "item", "商品", "time", "ts")));
        assertThat(model.mapping().waitingProperty().get().isReadable()).isTrue();
        assertThat(model.mapping().sparkLine("spark://here:7077", ""))
                .contains(" --master spark://here:7077 ", " prepare " + root.resolve("events.csv") + " ", "user=who")
                .contains("--out " + root.resolve("home/datasets/events"))
                .doesNotContain("label=");
        assertThat(model.mapping().sparkLine("", "s3a://shared/events"))
                .contains("--out s3a://shared/events")
                .doesNotContain("--master");
        model.mapping().read();
        await(() ->
                session.dataProperty().get() != null || errors.shownProperty().get() != null);
        assertThat(errors.shownProperty().get()).isNull();
        assertThat(session.dataProperty().get().info().counts().events()).isEqualTo(39);
        assertThat(session.dataProperty().get().info().counts().users()).isEqualTo(4);
    }

    @Test
    void theRefusalOfAFileGoesWhenAnotherIsChosen() throws IOException {
        model.bring(List.of(Files.createFile(root.resolve("empty.csv"))));
        assertThat(errors.shownProperty().get()).isNotNull();
        model.bring(List.of(table(",", 0, Charset.forName("UTF-8"))));
        assertThat(errors.shownProperty().get()).isNull();
        assertThat(errors.all()).hasSize(1);
    }

    /** Loans of a library, with headers in two languages. */
    private Path loans(String user) throws IOException {
        StringBuilder text = new StringBuilder(user + ";Mediennummer;Titel;Ausleihdatum;branch;Alter\n");
        for (int r = 0; r < 200; r++) {
            text.append(String.format(
                    Locale.ROOT,
                    "L-%d;%d;Band %d;%02d.03.2022;%s;%d%n",
                    r * 5 % 23,
                    3000 + r * 7 % 31,
                    r * 7 % 31,
                    1 + r / 8,
                    r * 3 % 7 < 3 ? "Nord" : "Mitte",
                    20 + r * 5 % 23 % 6));
        }
        return Files.writeString(root.resolve("loans.csv"), text);
    }

    @Test
    void aLogWithLabelsIsToldAndTrainedByThem() throws IOException {
        StringBuilder text = new StringBuilder("user,item,time,click\n");
        for (int r = 0; r < 90; r++) {
            text.append(r % 6 + ",x" + r * 7 % 31 + "," + (1_700_000_000 + r) + "," + (r % 3 == 0 ? 1 : 0) + "\n");
        }
        model.bring(List.of(Files.writeString(root.resolve("clicks.csv"), text)));
        DatasetInfo info = model.mapping()
                .checkedProperty()
                .get()
                .flatMap(Inspection::read)
                .orElseThrow();
        assertThat(new ToldWords(new Messages(Language.ENGLISH)).of(info))
                .startsWith("90 rows: 30 events and 60 that were shown and not chosen");
        model.mapping().readAndTrain();
        await(trained::get);
        assertThat(session.draftProperty().get().protocol().split()).isEqualTo(Split.LOGGED);
    }

    @Test
    void theColumnsOfFilesThatDescribeItemsAndUsersAreTold() throws IOException {
        StringBuilder log = new StringBuilder("user,item,time\n");
        StringBuilder items = new StringBuilder("item,title,genre,stock note\n");
        StringBuilder users = new StringBuilder("user,city\n");
        for (int r = 0; r < 200; r++) {
            log.append("u" + r % 30 + ",i" + r * 7 % 41 + "," + (1_700_000_000 + r * 3600) + "\n");
        }
        for (int i = 0; i < 41; i++) {
            items.append("i" + i + ",Thing " + i + ",g" + i % 4 + ",\n");
        }
        for (int u = 0; u < 30; u++) {
            users.append("u" + u + ",c" + u % 5 + "\n");
        }
        Path source = Files.createDirectory(root.resolve("shop"));
        Files.writeString(source.resolve("log.csv"), log);
        Files.writeString(source.resolve("items.csv"), items);
        Files.writeString(source.resolve("users.csv"), users);
        model.bring(List.of(source));
        List<Preview.Table> beside =
                model.mapping().waitingProperty().get().beside().toList();
        assertThat(beside)
                .extracting(new ToldWords(new Messages(Language.ENGLISH))::of)
                .containsExactly(
                        "items.csv describes the items: item → Item, title → Title, genre → Category, stock note →"
                                + " left out",
                        "users.csv describes the users: user → User, city → Field of the user");
        assertThat(beside)
                .extracting(new ToldWords(new Messages(Language.CHINESE))::of)
                .contains("users.csv 描述用户：user → 用户、city → 用户字段");
        model.bring(List.of(loans("Lesernummer")));
        assertThat(model.mapping().waitingProperty().get().beside()).isEmpty();
    }

    @Test
    void aStrangersTableIsReadAsItIsAndCanBeTrainedAtOnce() throws IOException {
        model.bring(List.of(loans("Lesernummer")));
        PendingSource waiting = model.mapping().waitingProperty().get();

        assertThat(waiting.isReadable()).isTrue();
        assertThat(waiting.roleOf("branch")).contains(Roles.CONTEXT_FIELD);
        assertThat(waiting.roleOf("Alter")).contains(Roles.USER_FIELD);
        assertThat(model.mapping().checkedProperty().get().flatMap(Inspection::read))
                .hasValueSatisfying(info -> assertThat(info.rows()).isEqualTo(200));
        assertThat(new ToldWords(new Messages(Language.ENGLISH))
                        .of(waiting.table().examples().get(0)))
                .isEqualTo("User L-0 chose \"Band 0\" on 1 March 2022");
        assertThat(new ToldWords(new Messages(Language.CHINESE))
                        .of(waiting.table().examples().get(0)))
                .isEqualTo("2022年3月1日，用户 L-0 选择了“Band 0”");
        model.mapping().readAndTrain();
        assertThat(model.mapping().readingProperty().get()).isEqualTo("loans.csv");
        await(trained::get);
        assertThat(session.dataProperty().get().info().schema().contextFields())
                .extracting(Field::name)
                .containsExactly("branch");
    }

    @Test
    void whatAColumnBecameIsChangedByAClick() throws IOException {
        model.bring(List.of(loans("Lesernummer")));
        model.mapping().assign("branch", Optional.of(Roles.ITEM_FIELD));
        assertThat(model.mapping().waitingProperty().get().roles().written())
                .containsEntry("item.branch", "branch")
                .containsEntry("user", "Lesernummer")
                .doesNotContainKey("context.branch");
        model.mapping().assign("branch", Optional.empty());
        assertThat(model.mapping().waitingProperty().get().roleOf("branch")).isEmpty();
        model.mapping().undo();
        assertThat(model.mapping().waitingProperty().get().roleOf("branch")).contains(Roles.ITEM_FIELD);
    }

    @Test
    void aColumnThatMayBeTheUserIsAskedAndTheAnswerTellsTheOthers() throws IOException {
        model.bring(List.of(loans("x")));
        PendingSource asked = model.mapping().waitingProperty().get();
        assertThat(asked.isOpen()).isTrue();
        assertThat(asked.isReadable()).isFalse();
        assertThat(asked.table().assignment().told().open().get(Roles.USER)).contains("x");
        model.mapping().answer("user", "x");
        PendingSource answered = model.mapping().waitingProperty().get();
        assertThat(answered.isReadable()).isTrue();
        assertThat(answered.roleOf("Alter")).contains(Roles.USER_FIELD);
    }

    @Test
    void anImportThatEndsLeavesTheOpenDataWhereSomeoneTrainsOnIt() throws IOException {
        for (int expected = 1; expected <= 2; expected++) {
            int listed = expected;
            model.bring(List.of(table(",", 0, Charset.forName("UTF-8"))));
            model.mapping().change(Map.of(), ColumnMapping.typed(Map.of("user", "who", "item", "商品")));
            model.mapping().read();
            await(() -> session.datasets().size() == listed
                            && session.dataProperty().get() != null
                    || errors.shownProperty().get() != null);
            assertThat(errors.shownProperty().get()).isNull();
            session.shownProperty().set(Session.Goal.TRAIN);
        }
        await(() -> session.arrivedProperty().get() != null);
        assertThat(session.datasets())
                .extracting(ListedData::folder)
                .contains(session.arrivedProperty().get());
        assertThat(session.arrivedProperty().get())
                .isNotEqualTo(session.dataProperty().get().folder());
        assertThat(session.dataProperty().get().folder())
                .isEqualTo(session.datasets().get(0).folder());
    }

    private void bringWithUnclosedQuote() throws IOException {
        model.bring(List.of(table(",", 17, Charset.forName("UTF-8"))));
        model.mapping().change(Map.of(), ColumnMapping.typed(Map.of("user", "who", "item", "商品")));
        model.mapping().read();
        await(() -> model.mapping().refusedProperty().get() != null
                && model.mapping().waitingProperty().get() != null);
    }

    @Test
    void whatWillStopTheImportIsSaidBeforeIt() throws IOException {
        model.bring(List.of(Files.writeString(root.resolve("head.csv"), "user,item,time\n")));
        assertThat(model.mapping().refusedProperty().get()).isNull();
        assertThat(model.mapping().checkedProperty().get().flatMap(Inspection::refused))
                .hasValueSatisfying(why -> assertThat(why.what(Locale.ENGLISH)).isEqualTo("head.csv holds no rows."));
        assertThat(model.mapping().willStop()).isTrue();
    }

    @Test
    void aLabelThatIsNoneIsAskedAboutByTheImportWhichMayBegin() throws IOException {
        model.bring(List.of(Files.writeString(root.resolve("log.csv"), "user,item,label,time\na,x,1,1\na,y,4,2\n")));
        assertThat(model.mapping().checkedProperty().get().flatMap(Inspection::refused))
                .isPresent();
        assertThat(model.mapping().willStop()).isFalse();
        model.mapping().read();
        await(() -> model.mapping().refusedProperty().get() != null);
        assertThat(model.mapping().refusedProperty().get().field()).isEqualTo("minimumLabel");
    }

    @Test
    void anUnclosedQuoteNamesFileAndLineAndWhatToDoAndTheTableStillWaits() throws IOException {
        bringWithUnclosedQuote();
        RefusedSource refused = model.mapping().refusedProperty().get();
        assertThat(refused.problem().place()).startsWith("events.csv:17");
        assertThat(refused.more(Locale.ENGLISH)).contains("never closed", "line 17");
        assertThat(refused.problem().fix(Locale.SIMPLIFIED_CHINESE)).isNotEmpty();
        assertThat(model.mapping().waitingProperty().get().roles().written()).containsEntry("user", "who");
        assertThat(errors.shownProperty().get()).as("it is said once").isNull();
        assertThat(session.dataProperty().get()).isNull();
    }

    @Test
    void aTableWithAnUnclosedQuoteIsReadWithoutQuotationMarksWhereAPersonSaysSo() throws IOException {
        bringWithUnclosedQuote();
        model.mapping().take(RefusedSource.Way.NO_QUOTES);
        assertThat(model.mapping().refusedProperty().get()).isNull();
        assertThat(model.mapping().waitingProperty().get().examples(Roles.USER, 1))
                .containsExactly("u1");
        assertThat(model.mapping().waitingProperty().get().table().rows().get(15))
                .contains("\"never closed");
        model.mapping().read();
        await(() -> session.dataProperty().get() != null);
        assertThat(session.dataProperty().get().info().counts().events()).isEqualTo(39);
    }

    @Test
    void rowsThatAreTooManyToLeaveOutSilentlyAreLeftOutWhereAPersonSaysSo() throws IOException {
        Path file = Files.writeString(root.resolve("log.csv"), "user,item,time\na,x,1\na,,2\na,,3\nb,x,3\n");
        model.bring(List.of(file));
        assertThat(model.mapping().willStop())
                .as("an import offers to leave rows out")
                .isFalse();
        model.mapping().read();
        await(() -> model.mapping().refusedProperty().get() != null);
        assertThat(model.mapping().refusedProperty().get().rows()).isEqualTo(2);
        model.mapping().take(RefusedSource.Way.SKIP_ROWS);
        await(() -> session.dataProperty().get() != null);
        assertThat(session.dataProperty().get().info().counts().events()).isEqualTo(2);
    }

    @Test
    void datesOfTwoReadingsAreAskedWithTheirValuesAndOneAnswerReadsThem() throws IOException {
        Path file = Files.writeString(root.resolve("log.csv"), "user,item,time\na,x,05/04/2023\na,y,06/04/2023\n");
        model.bring(List.of(file));
        TimeQuestion asked =
                model.mapping().waitingProperty().get().table().question().orElseThrow();
        assertThat(asked.values()).containsExactly("05/04/2023", "06/04/2023");
        assertThat(asked.readings())
                .extracting(
                        TimeQuestion.Reading::format, reading -> reading.times().get(0))
                .containsExactly(tuple("%m/%d/%Y", "2023-05-04"), tuple("%d/%m/%Y", "2023-04-05"));
        model.mapping().answer("time", "%d/%m/%Y");
        assertThat(model.mapping().waitingProperty().get().table().question()).isEmpty();
        model.mapping().read();
        await(() -> session.dataProperty().get() != null);
        assertThat(session.dataProperty().get().info().times().firstTime()).isEqualTo(1680652800L);
    }

    @Test
    void idsThatLookAlikeAreAskedAndJoinedWhereOneAnswersSo() throws IOException {
        Path file = Files.writeString(root.resolve("ids.csv"), "user,item,time\na,007,1700000000\na,7,1700000009\n");
        model.bring(List.of(file));
        PendingSource asked = model.mapping().waitingProperty().get();
        assertThat(asked.isAsked()).isTrue();
        assertThat(asked.preview().ids().orElseThrow().examples()).containsExactly("007 = 7");
        assertThat(asked.isReadable()).isTrue();
        model.mapping().answer("joinIds", "true");
        assertThat(model.mapping().waitingProperty().get().isAsked()).isFalse();
        model.mapping().undo();
        assertThat(model.mapping().waitingProperty().get().isAsked()).isTrue();
        model.mapping().redo();
        model.mapping().read();
        await(() -> session.dataProperty().get() != null);
        assertThat(session.dataProperty().get().info().counts().items()).isEqualTo(1);
    }

    @Test
    void datesThatAreReadUnansweredComeBackWithTheFormatsToChooseFrom() throws IOException {
        Path file = Files.writeString(root.resolve("log.csv"), "user,item,time\na,x,05/04/2023\na,y,06/04/2023\n");
        model.bring(List.of(file));
        model.mapping().read();
        await(() -> model.mapping().refusedProperty().get() != null);
        assertThat(model.mapping().refusedProperty().get().formats()).containsExactly("%m/%d/%Y", "%d/%m/%Y");
        assertThat(session.dataProperty().get()).isNull();
    }

    @Test
    void ratingsAsLabelsMarkTheFieldThatAnswersThem() throws IOException {
        Path file = Files.writeString(
                root.resolve("log.csv"), "user,item,time,label\na,x,1700000000,5\na,y,1700000001,2\n");
        model.bring(List.of(file));
        model.mapping().read();
        await(() -> model.mapping().refusedProperty().get() != null);
        assertThat(model.mapping().refusedProperty().get().field()).isEqualTo("minimumLabel");
        model.mapping().change(Map.of("minimumLabel", "4"), ColumnMapping.none());
        model.mapping().read();
        await(() -> session.dataProperty().get() != null);
        assertThat(session.dataProperty().get().info().counts().events()).isEqualTo(1);
    }

    @Test
    void aValueThatASettingCannotHaveIsMarkedAtItsField() throws IOException {
        model.bring(List.of(table(",", 0, Charset.forName("UTF-8"))));
        for (Map.Entry<String, String> wrong : Map.of(
                        "minimumRating", "abc", "core", "-1", "separator", "", "quote", "ab", "time", "soon")
                .entrySet()) {
            model.mapping()
                    .change(
                            Map.of(wrong.getKey(), wrong.getValue()),
                            ColumnMapping.typed(Map.of("user", "who", "time", "ts")));
            assertThat(model.mapping().refusedProperty().get().field()).isEqualTo(wrong.getKey());
        }
        model.mapping().change(Map.of("minimumRating", "3"), ColumnMapping.none());
        assertThat(model.mapping().refusedProperty().get()).isNull();
        assertThat(errors.shownProperty().get()).isNull();
    }

    @Test
    void aMappingOfColumnsThatAreNoMoreIsGuessedAnew() throws IOException {
        model.bring(List.of(table(";", 0, Charset.forName("UTF-8"))));
        model.mapping().change(Map.of("separator", ","), ColumnMapping.typed(Map.of("user", "who", "item", "商品")));
        assertThat(model.mapping().refusedProperty().get()).isNull();
        assertThat(model.mapping().waitingProperty().get().table().columns()).hasSize(1);
    }

    @Test
    void everySeparatorHasAName() {
        NamedTexts names = new NamedTexts(List.of(",", "\t", ";", "|", "::"), new Messages(Language.ENGLISH));
        for (String separator : List.of(",", "\t", ";", "|", "::")) {
            assertThat(names.toString(separator)).isNotBlank();
            assertThat(names.fromString(names.toString(separator))).isEqualTo(separator);
        }
        assertThat(names.toString(",")).isEqualTo(",");
    }

    @Test
    void aPlainTableIsNamedInTheLanguageAndAProperNameStays() {
        Messages chinese = new Messages(Language.CHINESE);
        assertThat(DataController.format("table", chinese)).isEqualTo("表格");
        assertThat(DataController.format("shop", chinese)).isEqualTo("商店");
        assertThat(DataController.format("movielens-latest", chinese)).isEqualTo("movielens-latest");
        assertThat(DataController.format("table", new Messages(Language.ENGLISH)))
                .isEqualTo("table");
    }

    @Test
    void patternsOfTimesAreSpelledAsPeopleReadThem() {
        NamedTexts names = new NamedTexts(List.of("%d/%m/%Y", "%b %d, %Y"), new Messages(Language.ENGLISH));
        assertThat(names.toString("%d/%m/%Y")).isEqualTo("DD/MM/YYYY");
        assertThat(names.fromString("DD.MM.YYYY hh:mm")).isEqualTo("%d.%m.%Y %H:%M");
        assertThat(names.toString("%b %d, %Y")).isEqualTo("%b %d, %Y");
    }

    @Test
    void encodingAndSeparatorCanBeChangedAndThePreviewFollows() throws IOException {
        model.bring(List.of(table(";", 0, Charset.forName("GB18030"))));
        assertThat(model.mapping().waitingProperty().get().unsure())
                .as("three characters fit several encodings")
                .isPresent();
        assertThat(model.mapping().waitingProperty().get().table().encoding().readings())
                .anyMatch(each ->
                        each.encoding().equals("GB18030") && each.sample().startsWith("商品"));
        model.mapping().change(Map.of("encoding", "ISO-8859-1", "separator", ","), ColumnMapping.none());
        assertThat(model.mapping().waitingProperty().get().table().columns()).hasSize(1);
        model.mapping().change(Map.of("encoding", "GB18030", "separator", ";"), ColumnMapping.none());
        assertThat(model.mapping().waitingProperty().get().table().columns())
                .containsExactly("who", "商品", "ts", "note");
    }

    @Test
    void theProtocolsSamplesAndProbesFollowItsSwitches() {
        Path dataset = TinyShop.prepare(root);
        imports.open(dataset, () -> {});
        int before = model.samples().givesProperty().get().counts().rows().test();
        assertThat(model.samples().givesProperty().get().probes().figures()).containsEntry("historyAfterTarget", 0.0);
        ProtocolConfig usual = ProtocolConfig.defaults();
        model.setProtocol(new ProtocolConfig(
                usual.split(),
                usual.history(),
                new ProtocolConfig.Negatives(1, 5, usual.negatives().kind()),
                usual.candidates(),
                usual.training(),
                usual.novel(),
                usual.time(),
                usual.seed()));
        assertThat(model.samples().givesProperty().get().counts().rows().test()).isEqualTo(before / 21 * 6);
    }

    @Test
    void itIsNoLeakThatPeopleComeBack() {
        String[] twice = IntStream.range(0, 40 * 12)
                .mapToObj(i ->
                        "u" + i / 12 + ",i" + (i / 12 * 3 + i % 12 / 2) % 40 + "," + (1_600_000_000 + 60L * i) + ",k")
                .toArray(String[]::new);
        Path dataset;
        try (PreparedDataset data = Logs.of(root, twice)) {
            dataset = data.folder();
        }
        imports.open(dataset, () -> {});
        Leaks gives = model.samples().givesProperty().get();
        assertThat(gives.probes().figures().get("alreadyInHistory")).isGreaterThan(.9);
        assertThat(gives.comesBack("alreadyInHistory")).isTrue();
        assertThat(gives.isHarmless("alreadyInHistory")).isTrue();
        assertThat(new Leaks(gives.counts(), gives.probes(), gives.fields(), false, false).showsAnswer())
                .isTrue();
        assertThat(gives.showsAnswer()).isFalse();
    }

    /** Each fourth user ends with an item that nobody else has. */
    @Test
    void itIsNoLeakThatTargetsAreNewWhereTheyAreLeftOut() {
        String[] rows = IntStream.range(0, 40 * 8)
                .mapToObj(i -> "u" + i / 8 + ",i" + (i % 8 == 7 && i / 8 % 4 == 0 ? 1000 + i : i * 7 % 60) + ","
                        + (1_600_000_000 + 60L * i) + ",k")
                .toArray(String[]::new);
        Path dataset;
        try (PreparedDataset data = Logs.of(root, rows)) {
            dataset = data.folder();
        }
        imports.open(dataset, () -> {});
        Leaks gives = model.samples().givesProperty().get();
        assertThat(gives.scoresCold()).isFalse();
        LeakProbes none = new LeakProbes(.5, .5, .5, .5, 0, 0, 0);
        Leaks without = new Leaks(gives.counts(), none, gives.fields(), false, false);
        Leaks with = new Leaks(gives.counts(), none, gives.fields(), false, true);
        assertThat(without.warnsOfCold()).isTrue();
        assertThat(without.showsAnswer()).isFalse();
        assertThat(with.showsAnswer()).isTrue();
    }

    @Test
    void aTableWithTheSameColumnsIsReadAsLastTime() throws IOException {
        Path table = table(",", 0, Charset.forName("UTF-8"));
        model.bring(List.of(table));
        model.mapping()
                .change(Map.of("core", "2"), ColumnMapping.typed(Map.of("user", "who", "item", "商品", "time", "ts")));
        model.mapping().read();
        await(() -> session.dataProperty().get() != null);
        model.bring(List.of(table));
        assertThat(model.mapping().waitingProperty().get().remembered()).isTrue();
        assertThat(model.mapping().waitingProperty().get().roles().written()).containsEntry("user", "who");
        assertThat(model.mapping().waitingProperty().get().options().rules().core())
                .isEqualTo(2);
    }

    @Test
    void theCopiedCommandImportsTheSourceThatWaits() throws IOException {
        Path table = table(",", 0, Charset.forName("UTF-8"));
        model.bring(List.of(table));
        model.mapping()
                .change(Map.of("core", "2"), ColumnMapping.typed(Map.of("user", "who", "item", "商品", "time", "ts")));
        List<String> words = model.command();
        assertThat(words.subList(0, 2)).containsExactly("prepare", table.toString());
        assertThat(words).contains("--map", "core=2");
        assertThat(words.get(words.indexOf("--map") + 1)).contains("user=who", "item=商品");
        model.mapping().leave();
        assertThat(model.command()).isEmpty();
    }

    @Test
    void aRuleReadsTheSourceAgainWithoutWhatItAnswers() throws IOException {
        Path file = Files.writeString(root.resolve("log.csv"), "user,item,time\na,x,1\na,x,1\na,y,2\nb,x,3\n");
        model.bring(List.of(file));
        model.mapping().read();
        await(() -> model.audit().requestProperty().get().isPresent());
        assertThat(session.dataProperty().get().info().counts().events()).isEqualTo(4);
        AuditViewModel.Line duplicates = model
                .audit()
                .lines(session.dataProperty().get().info())
                .stream()
                .filter(line -> line.reason().equals("duplicates"))
                .findFirst()
                .orElseThrow();
        assertThat(duplicates.where()).contains("log.csv").contains("3");
        model.audit().apply(duplicates);
        await(() -> session.dataProperty().get().info().counts().events() == 3);
    }

    @Test
    void aUsersEventsAreShownWithWhatTheProtocolMakesOfThem() {
        imports.open(TinyShop.prepare(root), () -> {});
        model.timeline().another();
        TimelineViewModel.User user = model.timeline().userProperty().get();
        assertThat(user.events()).hasSize((int) user.all());
        assertThat(user.events().get(0).part()).isNull();
        assertThat(user.events().get(user.events().size() - 2).part()).isIn(Part.VALID, null);
        model.timeline().show("nobody");
        assertThat(model.timeline().userProperty().get().found()).isFalse();
    }

    @Test
    void aUsersCategoriesAreNamedInTheLanguageOfTheWindow() {
        imports.open(TinyShop.prepare(root), () -> {});
        var timeline = new TimelineViewModel(session, Background.inline(errors), new Messages(Language.CHINESE));
        timeline.another();
        assertThat(timeline.userProperty().get().events())
                .extracting(TimelineViewModel.Event::category)
                .allMatch(category -> category.codePoints().anyMatch(Character::isIdeographic));
    }

    @Test
    void theViewOfOneUserOpensWithAUser() {
        imports.open(TinyShop.prepare(root), () -> {});
        model.timeline().begin();
        TimelineViewModel.User first = model.timeline().userProperty().get();
        assertThat(first.events()).isNotEmpty();
        model.timeline().begin();
        assertThat(model.timeline().userProperty().get()).isSameAs(first);
    }

    @Test
    void anotherProtocolStandsBesideWithItsCounts() {
        imports.open(TinyShop.prepare(root), () -> {});
        model.samples().besideProperty().set(Split.DIN);
        long users = session.dataProperty().get().info().counts().users();
        assertThat(model.samples().othersProperty().get().counts().rows().test())
                .isEqualTo((int) (2 * users));
        model.samples().besideProperty().set(Split.LOGGED);
        assertThat(model.samples().othersProperty().get()).isNull();
    }

    @Test
    void theMostPopularItemsHaveMostEvents() {
        imports.open(TinyShop.prepare(root), () -> {});
        assertThat(model.overview().popularityProperty().get().at(1)).isEqualTo(1);
        assertThat(model.overview().popularityProperty().get().at(0.1)).isBetween(0.1, 1.0);
    }

    @Test
    void theSampleIsBroughtInOnce() {
        model.sample();
        await(() -> session.dataProperty().get() != null);
        Path first = session.dataProperty().get().folder();
        session.dataProperty().set(null);
        model.sample();
        await(() -> session.dataProperty().get() != null);
        assertThat(session.dataProperty().get().folder()).isEqualTo(first);
        assertThat(model.datasets().all()).hasSize(1);
    }

    @Test
    void aDataSetIsRenamedAndDeletedAfterAskingAndNotByAWindowThatLooksOn() throws IOException {
        Files.createDirectories(root.resolve("home/datasets"));
        Path dataset = root.resolve("home/datasets/shop-001");
        Files.move(TinyShop.prepare(root), dataset);
        imports.open(dataset, () -> {});
        DatasetsViewModel datasets = model.datasets();
        datasets.rename(datasets.all().get(0), "My shop");
        assertThat(session.dataProperty().get().name()).isEqualTo("My shop");
        assertThat(datasets.all()).extracting(ListedData::name).containsExactly("My shop");

        session.readOnlyProperty().set(true);
        datasets.rename(datasets.all().get(0), "Theirs");
        datasets.askToDelete(datasets.all().get(0));
        assertThat(datasets.deletingProperty().get()).isNull();
        assertThat(session.dataProperty().get().name()).isEqualTo("My shop");

        session.readOnlyProperty().set(false);
        datasets.askToDelete(datasets.all().get(0));
        assertThat(datasets.deletingProperty().get().bytes()).isPositive();
        assertThat(dataset).exists();
        datasets.delete();
        assertThat(dataset).doesNotExist();
        assertThat(datasets.all()).isEmpty();
        assertThat(session.dataProperty().get()).isNull();
    }

    @Test
    void whatBelongsToTheShopAndIsNeverReadIsNoWarning() {
        imports.open(TinyShop.prepare(root), () -> {});
        assertThat(model.audit().lines(session.dataProperty().get().info()))
                .filteredOn(line -> line.text().contains("causes.csv"))
                .extracting(AuditViewModel.Line::kind)
                .containsExactly(AuditViewModel.Kind.RIGHT);
    }

    @Test
    void rowsThatWereLeftOutAreCountedWhateverFor() throws IOException {
        Path file = Files.writeString(
                root.resolve("log.csv"),
                "user,item,time\na,,1\n" + "a,x,1\nb,y,2\nc,z,3\n".repeat(8) + ",x,3\nc,z,9\n");
        model.bring(List.of(file));
        model.mapping().read();
        await(() -> session.dataProperty().get() != null);
        assertThat(session.dataProperty().get().info().leftOut()).isEqualTo(2);
        assertThat(model.audit().lines(session.dataProperty().get().info()))
                .extracting(AuditViewModel.Line::where)
                .contains("log.csv, line 2", "log.csv, line 27");
    }

    /** Nobody is asked. */
    private static final class NoDialogs implements FileDialogs {
        @Override
        public Optional<Path> folder(String title) {
            return Optional.empty();
        }

        @Override
        public List<Path> files(String title, List<Kind> kinds) {
            return List.of();
        }

        @Override
        public Optional<Chosen> saveResult(String title, String suggestedName, List<Kind> kinds) {
            return Optional.empty();
        }
    }

    @Test
    void logsAreKnownByTheirNames(@TempDir Path folder) {
        assertThat(Stream.of("events.CSV", "log.parquet", "ratings.csv.gz").map(Path::of))
                .allMatch(DataViewModel::isLog);
        assertThat(folder).matches(DataViewModel::isLog);
        assertThat(Stream.of("model.onnx", "picture.png", "README").map(Path::of))
                .noneMatch(DataViewModel::isLog);
    }

    /** The views of the screen all read it. */
    @Test
    void aDataSetWhoseFolderIsGoneIsOneProblem() throws IOException {
        Path data = TinyShop.prepare(root);
        imports.open(data, () -> {});
        OpenDataset open = session.dataProperty().get();
        Files.move(data, root.resolve("aside"));
        session.dataProperty().set(null);
        session.dataProperty().set(open);
        model.timeline().begin();
        assertThat(errors.all()).hasSize(1);
        assertThat(errors.count().get()).isEqualTo(1);
        errors.dismiss();
        model.timeline().another();
        assertThat(errors.shownProperty().get()).isNotNull();
        assertThat(errors.all()).hasSize(1);
    }
}
