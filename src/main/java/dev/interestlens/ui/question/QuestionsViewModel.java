package dev.interestlens.ui.question;

import dev.interestlens.explain.words.Text;
import dev.interestlens.export.report.page.ReportFile;
import dev.interestlens.question.Answer;
import dev.interestlens.question.AnswerDocument;
import dev.interestlens.question.Experiment;
import dev.interestlens.question.Settings;
import dev.interestlens.question.five.KeptAnswers;
import dev.interestlens.question.five.Questions;
import dev.interestlens.store.Disk;
import dev.interestlens.store.Json;
import dev.interestlens.store.OutputPath;
import dev.interestlens.ui.common.Background;
import dev.interestlens.ui.common.Job;
import dev.interestlens.ui.common.JobStatus;
import dev.interestlens.ui.common.LatestRequest;
import dev.interestlens.ui.common.Messages;
import dev.interestlens.ui.common.OpenDataset;
import dev.interestlens.ui.common.Session;
import dev.interestlens.ui.common.file.DocumentKinds;
import dev.interestlens.ui.common.file.FileDialogs;
import dev.interestlens.ui.common.run.JobRunner;
import dev.interestlens.ui.control.Changes;
import dev.interestlens.workspace.Effort;
import dev.interestlens.workspace.OwnFolders;
import dev.interestlens.workspace.Workspace;
import dev.interestlens.workspace.data.Advice;
import dev.interestlens.workspace.data.DataTraits;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.TreeMap;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.binding.ObjectBinding;
import javafx.beans.binding.StringBinding;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;

/** The selected question, its answer, and the settings for the next run. */
public final class QuestionsViewModel {
    private final Session session;
    private final Background background;
    private final JobRunner job;
    private final FileDialogs dialogs;
    private final Messages messages;
    private final KeptAnswers kept;
    private final LatestRequest reading = new LatestRequest();
    private final LatestRequest keeping = new LatestRequest();
    private final LatestRequest writing = new LatestRequest();
    private final LatestRequest advising = new LatestRequest();
    private final ReadOnlyObjectWrapper<Answer<?>> answer = new ReadOnlyObjectWrapper<>(this, "answer");
    private final ReadOnlyObjectWrapper<Path> written = new ReadOnlyObjectWrapper<>(this, "written");
    private final ReadOnlyObjectWrapper<Advice> advice = new ReadOnlyObjectWrapper<>(this, "advice");
    private final ObjectProperty<Settings> settings = new SimpleObjectProperty<>(this, "settings");
    private final ReadOnlyObjectWrapper<Experiment<?>> running = new ReadOnlyObjectWrapper<>(this, "running");

    public QuestionsViewModel(
            Workspace workspace,
            Session session,
            Background background,
            JobRunner job,
            FileDialogs dialogs,
            Messages messages) {
        this.session = session;
        this.background = background;
        this.job = job;
        this.dialogs = dialogs;
        this.messages = messages;
        kept = new KeptAnswers(workspace);
        Changes.call(this::open, session.questionProperty());
        Changes.call(this::advise, session.dataProperty());
        job.whenEnded(() -> running.set(null));
    }

    /** Reads the answer when the screen is first shown. */
    void begin() {
        open();
        advise();
    }

    /** Words of the command that gives this answer, measured anew unless it is the one that travels along. */
    List<String> command() {
        List<String> words = new ArrayList<>(
                List.of("question", String.valueOf(numberProperty().get())));
        Answer<?> now = answer.get();
        if (now != null && !now.prepared()) {
            words.addAll(
                    List.of("--run", "--seed", String.valueOf(now.settings().seed())));
            new TreeMap<>(now.settings().chosen())
                    .forEach((name, value) -> words.addAll(List.of("--set", name + "=" + value)));
        }
        return words;
    }

    Session session() {
        return session;
    }

    /** Titles of the questions, in order. */
    List<Text> titles() {
        return Questions.all().stream().map(Experiment::title).toList();
    }

    /** The number of the selected question, from 1. */
    ObjectProperty<Integer> numberProperty() {
        return session.questionProperty();
    }

    Experiment<?> experiment() {
        return Questions.of(session.questionProperty().get());
    }

    /** Its answer: measured on this machine, else the prepared one; null until it is read, and where there is none. */
    ReadOnlyObjectProperty<Answer<?>> answerProperty() {
        return answer.getReadOnlyProperty();
    }

    /** The settings for the next run. */
    ObjectProperty<Settings> settingsProperty() {
        return settings;
    }

    /** Progress of the experiment, or null. */
    ReadOnlyObjectProperty<JobStatus> statusProperty() {
        return job.statusProperty();
    }

    /** The same while the experiment of the open question runs, else null. */
    ObjectBinding<JobStatus> statusHere() {
        return Bindings.createObjectBinding(
                () -> running.get() == experiment() ? job.statusProperty().get() : null,
                running,
                job.statusProperty(),
                session.questionProperty());
    }

    /** The experiment that runs, or null. */
    ReadOnlyObjectProperty<Experiment<?>> runningProperty() {
        return running.getReadOnlyProperty();
    }

    BooleanBinding cannotRun() {
        return job.statusProperty().isNotNull().or(session.readOnlyProperty());
    }

    /** The file that was exported last, or null. */
    ReadOnlyObjectProperty<Path> writtenProperty() {
        return written.getReadOnlyProperty();
    }

    /** The advice for the open data set; null without one. */
    ReadOnlyObjectProperty<Advice> adviceProperty() {
        return advice.getReadOnlyProperty();
    }

    /** The name of that data set. */
    String dataName() {
        OpenDataset data = session.dataProperty().get();
        return data == null ? "" : data.name();
    }

    /** Goes to the screen on which the advised family can be chosen. */
    void goToModel() {
        session.goalProperty().set(Session.Goal.MODEL);
    }

    private void open() {
        Experiment<?> experiment = experiment();
        settings.set(Settings.usual(experiment.controls()));
        written.set(null);
        answer.set(null);
        background.load(
                reading, ticket -> kept.read(experiment).orElseGet(() -> prepared(experiment)), this::show, failure -> {
                    background.failed(failure); // the stored answer is damaged
                    background.load(reading, ticket -> prepared(experiment), this::show);
                });
    }

    /** The answer bundled with the program, or null. */
    private static Answer<?> prepared(Experiment<?> experiment) {
        return Questions.isPrepared(experiment) ? Questions.prepared(experiment) : null;
    }

    private void show(Answer<?> found) {
        settings.set(found == null ? Settings.usual(experiment().controls()) : offered(found));
        answer.set(found);
    }

    private Settings offered(Answer<?> found) {
        return found.prepared() ? experiment().offered(found.settings()) : found.settings();
    }

    private void advise() {
        OpenDataset data = session.dataProperty().get();
        advice.set(null);
        if (data != null) {
            background.load(advising, ticket -> Advice.of(DataTraits.of(data.folder())), advice::set);
        }
    }

    void choose(String control, String value) {
        settings.set(settings.get().with(experiment().controls(), control, value));
    }

    void chooseSeed(long seed) {
        settings.set(settings.get().withSeed(seed));
    }

    /** What running the open question costs: its settings alone decide it, the seed aside. */
    Effort effort() {
        Settings now = settings.get();
        return now == null
                ? Effort.unknown(Job.Kind.QUESTION.name())
                : Effort.fixed(Job.Kind.QUESTION + " " + experiment().number() + " " + new TreeMap<>(now.chosen()));
    }

    /** The words of the button that runs it. */
    StringBinding offer() {
        return job.estimates().offer("question.run", this::effort, settings);
    }

    /** Measures on this machine, in the background. */
    void run() {
        Experiment<?> experiment = experiment();
        running.set(experiment);
        List<String> arguments = new ArrayList<>(List.of(
                "question",
                String.valueOf(experiment.number()),
                "--run",
                "--seed",
                String.valueOf(settings.get().seed())));
        settings.get().chosen().forEach((name, value) -> arguments.addAll(List.of("--set", name + "=" + value)));
        job.start(
                Job.Kind.QUESTION,
                effort(),
                experiment.title().in(messages.locale()),
                "job.question.",
                arguments,
                line -> measured(experiment, line));
    }

    /** The last line of the command. */
    private record Done(String event, Answer.Kept answer) {}

    private void measured(Experiment<?> experiment, String line) {
        Answer<?> found = Answer.of(experiment, Json.read(line, Done.class).answer(), Answer.Origin.HERE);
        background.load(
                keeping,
                ticket -> {
                    kept.write(found);
                    return found;
                },
                stored -> {
                    if (experiment == experiment()) {
                        show(stored);
                    }
                });
    }

    void cancel() {
        job.cancel();
    }

    /** Deletes the answer of this machine, and shows the prepared one. */
    void showPrepared() {
        Experiment<?> experiment = experiment();
        background.load(
                keeping,
                ticket -> {
                    kept.forget(experiment);
                    return prepared(experiment);
                },
                found -> {
                    if (experiment == experiment()) {
                        show(found);
                    }
                });
    }

    /** Writes the answer as a document. */
    void export() {
        Answer<?> shown = answer.get();
        dialogs.saveResult(
                        messages.text("question.export.title"),
                        "question-" + shown.experiment().number() + ".html",
                        DocumentKinds.of(messages))
                .ifPresent(chosen -> write(shown, chosen.file()));
    }

    private void write(Answer<?> shown, Path file) {
        Locale locale = messages.locale();
        written.set(null);
        background.load(
                writing,
                ticket -> OutputPath.file(file, OwnFolders.existing(file)).make(Disk.real(), work -> {
                    ReportFile.write(
                            Disk.real(), AnswerDocument.of(shown), ReportFile.format(file), locale, work.made());
                    return file;
                }),
                written::set);
    }
}
