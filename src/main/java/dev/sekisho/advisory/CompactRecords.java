package dev.sekisho.advisory;

import com.fasterxml.jackson.core.type.TypeReference;
import dev.sekisho.matching.published.AdvisoryRecord;
import dev.sekisho.matching.published.AdvisoryRecord.Issued;
import dev.sekisho.matching.published.AdvisoryRecord.Threat;
import dev.sekisho.matching.published.AdvisoryRecord.Wording;
import dev.sekisho.matching.published.AffectedProduct;
import dev.sekisho.registry.field.JsonColumn;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.zip.DataFormatException;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.Inflater;

/**
 * Records as far as matching needs them, in a tenth of the room. Tens of thousands are held, and most concern nothing that
 * is installed.
 */
final class CompactRecords {
    private static final int BUFFER = 8192;

    /** What nearly every record contains, so that not each has to say it anew. */
    private static final byte[] DICTIONARY =
            ("{\"from\":\"1.0.0\",\"fromExclusive\":false,\"lessThan\":\"*\",\"lessThanOrEqual\":\"*\",\"status\":\"UNAFFECTED\","
                            + "\"versionType\":\"semver\",\"changes\":[],\"raw\":\"affected 0 < \",\"cpe:2.3:a:\":*:*:*:*:*:*:*\","
                            + "\"source\":\"NVD\",\"sourceName\":\"CISA-ADP\",\"vendor\":\"\",\"product\":\"\",\"packageName\":\"\",\"purls\":[],"
                            + "\"cpes\":[],\"platforms\":[],\"requires\":[],\"defaultStatus\":\"UNKNOWN\",\"ranges\":[],\"unspecified\":false}],"
                            + "[{\"id\":\"CVE-2024-\",\"aliases\":[],\"withdrawn\":false,\"publicExploit\":false,\"affected\":[{")
                    .getBytes(StandardCharsets.UTF_8);

    private static final Text TEXT = new Text();

    private final byte[] bytes;

    private CompactRecords(byte[] bytes) {
        this.bytes = bytes;
    }

    private static final class Text extends JsonColumn<List<AdvisoryRecord>> {
        Text() {
            super(new TypeReference<>() {});
        }
    }

    static CompactRecords of(List<AdvisoryRecord> records) {
        String text = Objects.requireNonNull(TEXT.convertToDatabaseColumn(
                records.stream().map(CompactRecords::slim).toList()));
        var deflater = new Deflater(Deflater.BEST_SPEED, true);
        deflater.setDictionary(DICTIONARY);
        var packed = new ByteArrayOutputStream();
        try (var out = new DeflaterOutputStream(packed, deflater)) {
            out.write(text.getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            deflater.end();
        }
        return new CompactRecords(packed.toByteArray());
    }

    List<AdvisoryRecord> records() {
        var inflater = new Inflater(true);
        inflater.setDictionary(DICTIONARY);
        inflater.setInput(bytes);
        var text = new ByteArrayOutputStream(BUFFER);
        var buffer = new byte[BUFFER];
        try {
            while (!inflater.finished()) {
                text.write(buffer, 0, inflater.inflate(buffer));
            }
        } catch (DataFormatException e) {
            throw new IllegalStateException(e);
        } finally {
            inflater.end();
        }
        return Objects.requireNonNull(TEXT.convertToEntityAttribute(text.toString(StandardCharsets.UTF_8)));
    }

    private static AdvisoryRecord slim(AdvisoryRecord record) {
        // Where nothing is specified, the description may name the repaired versions.
        boolean silent = record.affected().stream().anyMatch(AffectedProduct::unspecified);
        return new AdvisoryRecord(
                record.id(),
                Set.of(),
                null,
                new Wording(null, silent ? record.description() : null),
                new Issued(null, record.dated(), record.withdrawn()),
                Threat.NONE,
                record.affected());
    }
}
