package dev.sekisho.score;

import dev.sekisho.assessment.SnapshotResponses;
import dev.sekisho.risk.estate.Subject;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;

/** Answers the questions on the score of one subject. */
@ApplicationScoped
class RiskAnswers {
    private final ScoreBook book;
    private final SnapshotResponses answers;

    RiskAnswers(ScoreBook book, SnapshotResponses answers) {
        this.book = book;
        this.answers = answers;
    }

    Response risk(Subject subject, HttpHeaders headers, UriInfo uri) {
        return answers.answer(headers, uri, now -> book.risk(subject, now));
    }

    Response history(Subject subject, Span span, HttpHeaders headers, UriInfo uri) {
        span.checkGranularity();
        return answers.answer(headers, uri, now -> book.history(subject, span.first(now.day()), span.last(now.day())));
    }
}
