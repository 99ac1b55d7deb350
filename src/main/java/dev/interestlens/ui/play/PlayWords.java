package dev.interestlens.ui.play;

import dev.interestlens.data.synth.PlayHistory;
import dev.interestlens.data.synth.PlayLaw;
import dev.interestlens.figure.Numerals;
import dev.interestlens.ui.common.Messages;
import dev.interestlens.ui.control.form.ConfigWords;
import dev.interestlens.workspace.play.PlayFilm;
import dev.interestlens.workspace.play.PlayFrame;
import dev.interestlens.workspace.play.PlaySetup;
import dev.interestlens.workspace.play.PlaySwitch;

/** The playground in words. */
record PlayWords(Messages messages) {
    private static final double PERCENT = 100;
    private static final String MODEL = "model";

    /** What is seen just now. */
    String sentence(PlayFilm film) {
        String family = messages.family(film.setup().family());
        if (film.frames().isEmpty()) {
            return messages.text("play.sentence.begins", family);
        }
        PlayFrame now = film.frames().get(film.frames().size() - 1);
        String steps = Numerals.count(now.step());
        String auc = Numerals.fixed(now.auc(), 2);
        String ceiling = Numerals.fixed(film.ceiling(), 2);
        if (film.setup().law() == PlayLaw.NOTHING) {
            return messages.text("play.sentence.nothing", family, steps, auc);
        }
        String effect = percent(lastEffect(film));
        return Double.isNaN(now.foundByLook())
                ? messages.text("play.sentence.blind", family, steps, film.choices(), effect, auc, ceiling)
                : messages.text(
                        "play.sentence",
                        family,
                        steps,
                        film.choices(),
                        percent(now.foundByLook()),
                        effect,
                        auc,
                        ceiling);
    }

    private static double lastEffect(PlayFilm film) {
        return film.frames().stream()
                .mapToDouble(PlayFrame::foundByEffect)
                .filter(value -> !Double.isNaN(value))
                .reduce(0, (before, now) -> now);
    }

    private static String percent(double share) {
        return Numerals.fixed(PERCENT * share, 0);
    }

    String chose(PlayHistory person) {
        return messages.text("play.chose", PlayPictures.text(person.candidate()).in(messages.locale()));
    }

    String law(PlayLaw law) {
        return messages.text("play.law." + law.id());
    }

    String aboutLaw(PlayLaw law) {
        return messages.text("play.law." + law.id() + ".about");
    }

    /** The name of a switch, as the form of the model has it. */
    String name(PlaySetup setup, PlaySwitch of) {
        return new ConfigWords(messages).label(MODEL, model(setup), of.field()).orElse(of.field());
    }

    /** One of its choices, likewise. */
    String choice(PlaySetup setup, PlaySwitch of, String value) {
        return new ConfigWords(messages)
                .value(MODEL, model(setup.with(of.setting(), value)), of.field())
                .orElse(value);
    }

    private static Record model(PlaySetup setup) {
        return (Record) setup.config().model();
    }
}
