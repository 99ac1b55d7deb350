package dev.interestlens.ui.recommend;

import dev.interestlens.explain.words.Text;
import dev.interestlens.figure.Numerals;
import dev.interestlens.recommend.Person;
import dev.interestlens.ui.common.Messages;

/** What is said of the person and of the list. */
record ListWords(RecommendViewModel model, Messages messages) {
    /** Run and person, for the names of files. */
    String listName() {
        Shown now = model.shownProperty().get();
        return now == null
                ? ""
                : messages.text(
                        "recommend.fileName",
                        model.session().nameOf(model.runProperty().get()),
                        ListPictures.name(now.list().person(), messages));
    }

    String person() {
        Person person = model.personProperty().get();
        return person == null ? messages.text("recommend.choose") : ListPictures.name(person, messages);
    }

    String sentence() {
        Shown now = model.shownProperty().get();
        if (now == null) {
            return messages.text(model.personProperty().get() == null ? "recommend.intro" : "recommend.ranking");
        }
        return now.sentence() == null
                ? messages.text(now.list().size() > 0 ? "recommend.measuring" : "recommend.nothing.next")
                : now.sentence().text().in(messages.locale());
    }

    String historyNote(Person person) {
        int behaviours = person.behaviours();
        return messages.text(behaviours == 0 ? "recommend.history.none" : "recommend.history.note", behaviours);
    }

    String cost(Shown now) {
        return now.list().size() == 0 || model.diversityProperty().get() <= 0
                ? ""
                : messages.text("recommend.cost", Numerals.fixed(now.list().cost(), 3));
    }

    String truth(Shown now) {
        return now.list().size() == 0 || now.truth() < 0
                ? ""
                : messages.text(
                        "recommend.truth",
                        now.title(now.truth(), messages.locale()),
                        Numerals.count(now.list().rank(now.truth())),
                        Numerals.count(now.list().candidates()));
    }

    String answer() {
        Text answer = model.answerProperty().get();
        return answer == null ? messages.text("recommend.whyNot.hint") : answer.in(messages.locale());
    }
}
