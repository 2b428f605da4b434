package dev.sekisho.score;

import dev.sekisho.assessment.Answers;
import dev.sekisho.risk.estate.Subject;
import dev.sekisho.web.json.Times;
import dev.sekisho.web.problem.ProblemException;
import dev.sekisho.web.problem.ProblemType;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/** Answers the questions on the score of one subject. */
@ApplicationScoped
class RiskAnswers {
    private static final int DEFAULT_DAYS = 90;
    private static final int LONGEST_DAYS = 3660;

    private final ScoreBook book;
    private final Answers answers;

    RiskAnswers(ScoreBook book, Answers answers) {
        this.book = book;
        this.answers = answers;
    }

    Response risk(Subject subject, HttpHeaders headers, UriInfo uri) {
        return answers.answer(headers, uri, now -> book.risk(subject));
    }

    Response history(
            Subject subject,
            @Nullable String from,
            @Nullable String to,
            @Nullable String granularity,
            HttpHeaders headers,
            UriInfo uri) {
        if (granularity != null && !granularity.equalsIgnoreCase("day")) {
            throw ProblemException.at(ProblemType.INVALID, "granularity", "granularity takes day.");
        }
        LocalDate last = date("to", to);
        LocalDate first = date("from", from);
        return answers.answer(headers, uri, now -> {
            LocalDate end = last == null ? now.day() : last;
            LocalDate start = first == null ? end.minusDays(DEFAULT_DAYS - 1L) : first;
            check(start, end);
            return book.history(subject, start, end);
        });
    }

    private static void check(LocalDate start, LocalDate end) {
        if (end.isBefore(start)) {
            throw ProblemException.at(ProblemType.IMPOSSIBLE, "from", "from lies after to.");
        }
        if (ChronoUnit.DAYS.between(start, end) > LONGEST_DAYS) {
            throw ProblemException.at(ProblemType.INVALID, "from", "At most 3660 days are shown at once.");
        }
    }

    private static @Nullable LocalDate date(String name, @Nullable String text) {
        try {
            return text == null ? null : Times.date(text);
        } catch (DateTimeException e) {
            throw ProblemException.at(ProblemType.INVALID, name, name + " takes a date like 2026-01-31.");
        }
    }
}
