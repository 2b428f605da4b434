package dev.sekisho.assessment;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.sekisho.assessment.FindingTable.Content;
import dev.sekisho.assessment.FindingTable.Stored;
import dev.sekisho.digest.Sha256;
import dev.sekisho.registry.field.UuidV7;
import dev.sekisho.risk.assessment.Assessment;
import dev.sekisho.risk.assessment.Assessment.Difference;
import dev.sekisho.risk.estate.Estate;
import dev.sekisho.risk.rule.Finding;
import dev.sekisho.risk.rule.Finding.Identity;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The rows of findings. A finding is the same from day to day by what it is about, its rule and its cause. Nothing is
 * remembered from one record to the next: what is stored about the subjects of a difference is read.
 */
@ApplicationScoped
class FindingRows {
    private final ObjectMapper json;
    private final Clock clock;
    private final Acceptances acceptances;

    FindingRows(ObjectMapper json, Clock clock, Acceptances acceptances) {
        this.json = json;
        this.clock = clock;
        this.acceptances = acceptances;
    }

    /** Writes what changed since the assessment before, or against everything stored. */
    Record record(BatchWriter writer, Edition edition, Assessment next, @Nullable Assessment before, Instant at)
            throws SQLException {
        var writing = new Record(writer, edition, next.estate(), at);
        Difference difference = before == null ? null : next.difference().orElse(null);
        if (difference == null) {
            writing.all(next);
        } else {
            writing.difference(difference);
        }
        writer.finish();
        return writing;
    }

    /** One record; tells which present findings are accepted and which rows were replaced. */
    final class Record {
        final Map<Integer, Finding> accepted = new HashMap<>();
        final List<Integer> replaced = new ArrayList<>();

        private final BatchWriter writer;
        private final Edition edition;
        private final Estate estate;
        private final Instant at;
        private int last;

        private Record(BatchWriter writer, Edition edition, Estate estate, Instant at) throws SQLException {
            this.writer = writer;
            this.edition = edition;
            this.estate = estate;
            this.at = at;
            this.last = FindingTable.last(writer);
        }

        private int counting() {
            return edition.beside() ? edition.revision() - 1 : edition.revision();
        }

        private void difference(Difference difference) throws SQLException {
            Map<Identity, Finding> come = identified(difference.come().stream());
            Map<Identity, Finding> gone = identified(difference.gone().stream());
            Map<Identity, Stored> stored =
                    FindingTable.about(writer, List.of(come.keySet(), gone.keySet()), counting());
            for (Map.Entry<Identity, Finding> entry : come.entrySet()) {
                put(entry.getValue(), stored.get(entry.getKey()));
            }
            for (Identity identity : gone.keySet()) {
                Stored known = stored.get(identity);
                if (known != null && !come.containsKey(identity)) {
                    resolve(known);
                }
            }
        }

        /** Compares while it reads: what is stored about a large estate takes as much memory as the estate itself. */
        private void all(Assessment next) throws SQLException {
            var left = new FoundByIdentity(next.findingGroups().flatMap(List::stream));
            int read = 0;
            List<Stored> some;
            do {
                some = FindingTable.after(writer, read, counting());
                for (Stored known : some) {
                    Finding finding = left.take(known.identity()).orElse(null);
                    if (finding == null) {
                        resolve(known);
                    } else {
                        put(finding, known);
                    }
                    read = known.number();
                }
            } while (some.size() == BatchWriter.PAGE);
            for (Finding finding : left.rest()) {
                put(finding, null);
            }
        }

        private void put(Finding finding, @Nullable Stored known) throws SQLException {
            var content = new Content(finding, SubjectNames.of(estate, finding.subject()), text(finding.evidence()));
            if (known == null) {
                last = (last | 1) + 1;
                FindingTable.insert(writer, last, UuidV7.next(clock), content, edition.revision(), at);
                return;
            }
            int number = known.number();
            if (!known.present() || !known.digest().equals(content.digest())) {
                number = writable(known);
                FindingTable.update(writer, number, content, at);
            }
            if (known.accepted()) {
                accepted.put(number, finding);
            }
        }

        private void resolve(Stored known) throws SQLException {
            if (known.present()) {
                FindingTable.resolve(writer, writable(known), at);
            }
        }

        /** The number of the row to write to. */
        private int writable(Stored known) throws SQLException {
            if (!edition.beside()) {
                return known.number();
            }
            int beside = known.number() ^ 1;
            FindingTable.replace(writer, known.number(), beside, edition.revision());
            replaced.add(known.number());
            return beside;
        }
    }

    /** What is left to do in the very transaction that publishes: what persons accepted is looked at again. */
    void settle(BatchWriter writer, Record written, Assessment next, LocalDate day, Instant at) throws SQLException {
        acceptances.check(writer, next, written.accepted, at);
        if (FindingTable.expires(writer, day)) {
            writer.finish();
            FindingTable.expire(writer, day, at);
        }
    }

    static void sweep(BatchWriter writer, List<Integer> replaced) throws SQLException {
        for (int number : replaced) {
            FindingTable.delete(writer, number);
        }
    }

    /** Brings all rows to what is published, whatever was begun and not ended. */
    static void recover(BatchWriter writer, int published) throws SQLException {
        List<FindingTable.Left> left = FindingTable.left(writer, published);
        for (FindingTable.Left row : left) {
            if (row.from() > published || row.to() <= published) {
                FindingTable.delete(writer, row.number());
            } else {
                FindingTable.close(writer, row.number(), Published.FOR_GOOD);
            }
        }
        writer.finish();
    }

    private static Map<Identity, Finding> identified(Stream<List<Finding>> groups) {
        var found = new LinkedHashMap<Identity, Finding>();
        groups.flatMap(List::stream).forEach(finding -> found.put(finding.identity(), finding));
        return found;
    }

    private String text(Object value) {
        try {
            return json.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    static String hash(String text) {
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(Sha256.of(text))
                .substring(0, 32);
    }
}
