package dev.sekisho.question;

import static dev.sekisho.web.list.ListQuery.same;

import dev.sekisho.assessment.Snapshot;
import dev.sekisho.risk.assessment.Assessment;
import dev.sekisho.risk.estate.Estate;
import dev.sekisho.risk.estate.Subject;
import dev.sekisho.risk.question.Question;
import dev.sekisho.risk.question.Question.About;
import dev.sekisho.risk.question.Questions;
import dev.sekisho.risk.score.Points;
import dev.sekisho.text.Sentences;
import dev.sekisho.web.list.ListQuery;
import dev.sekisho.web.list.Listing;
import dev.sekisho.web.list.Page;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The questions of an estate, those first whose answers could lower most. */
public final class QuestionList {
    static final ListQuery.Order ORDER = new ListQuery.Order("couldLower", true);
    private static final Sentences ENGLISH = Sentences.in(Locale.ENGLISH);

    private QuestionList() {}

    static Page<QuestionView> page(Snapshot now, QuestionFilter filter, ListQuery query) {
        return listing(now.assessment(), filter)
                .page(query)
                .map(page -> page.stream()
                        .map(question -> view(now.assessment().estate(), question))
                        .toList());
    }

    /** The links that the first of them are about, each once; those about anything else are passed over. */
    public static List<Subject> links(Snapshot now, QuestionFilter filter, int first) {
        return listing(now.assessment(), filter).items().stream()
                .sorted(Question.MOST_FIRST)
                .map(question -> question.about().subject())
                .filter(QuestionList::isLink)
                .limit(first)
                .distinct()
                .toList();
    }

    private static boolean isLink(Subject subject) {
        return subject.kind() == Subject.Kind.CONNECTION_POINT || subject.kind() == Subject.Kind.ZONE_LINK;
    }

    private static Listing<Question> listing(Assessment assessment, QuestionFilter filter) {
        Estate estate = assessment.estate();
        List<Question> wanted =
                Questions.of(assessment, about -> wanted(estate, filter, about)).toList();
        return new Listing<>(wanted, Map.of(ORDER.field(), QuestionList::weight), QuestionList::key);
    }

    private static boolean wanted(Estate estate, QuestionFilter filter, About about) {
        return same(filter.subject(), about.subject().kind())
                && same(filter.thirdParty(), about.thirdParty())
                && same(filter.zone(), about.zone())
                && (filter.organization() == null || filter.organization().equals(organization(estate, about)))
                && filter.text().accepts(about.subject().key(), about.name());
    }

    private static String weight(Question question) {
        return Listing.sortable(question.couldLowerTenths()) + Listing.sortable(question.scoreMilli());
    }

    private static String key(Question question) {
        Subject subject = question.about().subject();
        return subject.kind() + "/" + subject.key() + "/" + question.fact();
    }

    private static @Nullable String organization(Estate estate, About about) {
        return Optional.ofNullable(about.zone())
                .map(zone -> estate.zones().get(zone).organization())
                .orElse(null);
    }

    private static QuestionView view(Estate estate, Question question) {
        About about = question.about();
        String text = "QUESTION." + about.subject().kind() + "." + question.fact();
        Map<String, String> parameters = Map.of("name", about.name());
        return new QuestionView(
                about.subject().kind(),
                about.subject().key(),
                about.name(),
                question.fact(),
                ENGLISH.of(text, parameters),
                text,
                parameters,
                Points.ofTenths(question.couldLowerTenths()),
                Points.shown(question.scoreMilli()),
                about.thirdParty() == null
                        ? null
                        : estate.thirdParties().get(about.thirdParty()).owner(),
                about.thirdParty(),
                organization(estate, about),
                about.zone());
    }
}
