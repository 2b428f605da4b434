package dev.sekisho.imports;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sekisho.collection.CollectionName;
import dev.sekisho.registry.CollectionRegistry;
import dev.sekisho.registry.Registered;
import dev.sekisho.registry.Registry;
import dev.sekisho.registry.batch.ImportErrors;
import dev.sekisho.registry.batch.ImportRecord;
import dev.sekisho.web.StrictBody;
import dev.sekisho.web.problem.JsonProblems;
import dev.sekisho.web.problem.Near;
import dev.sekisho.web.problem.Problem;
import dev.sekisho.web.problem.ProblemException;
import dev.sekisho.web.problem.ProblemType;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.validation.Validator;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntConsumer;
import org.jspecify.annotations.Nullable;

/** Reads the lines of an import into objects, as strictly as the body of a single request. */
@ApplicationScoped
class LineReader {
    private static final String COLLECTION = "collection";

    /** Lines read between two reports. */
    private static final int TOLD_EVERY = 1000;

    private final CollectionRegistry registries;
    private final ObjectMapper json;
    private final Validator validator;
    private final StrictBody strict;

    LineReader(CollectionRegistry registries, ObjectMapper json, Validator validator, StrictBody strict) {
        this.strict = strict;
        this.registries = registries;
        this.json = json;
        this.validator = validator;
    }

    /**
     * The objects of all lines.
     *
     * @param progress told now and then that none of them is done yet, and may give up
     * @throws ProblemException INVALID with a line for everything that cannot be read or is not allowed
     */
    List<ImportRecord> read(ImportFile spool, IntConsumer progress) {
        var faults = new ImportErrors();
        var entries = new ArrayList<ImportRecord>(spool.objects());
        try {
            ImportLines lines = spool.lines();
            for (byte[] line = lines.next(); line != null; line = lines.next()) {
                if (lines.number() % TOLD_EVERY == 0) {
                    progress.accept(0);
                }
                if (!ImportLines.isBlank(line)) {
                    read(line, lines.number(), entries, faults);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        faults.refuse(ProblemType.INVALID);
        return entries;
    }

    private void read(byte[] line, int number, List<ImportRecord> entries, ImportErrors faults) {
        try {
            ObjectNode object = object(line, number == 1);
            Registry<?, ?> registry = registry(object.remove(COLLECTION));
            entries.add(new ImportRecord(number, registry.collection(), said(object, registry)));
        } catch (ProblemException problem) {
            problem.errors().forEach(fault -> faults.add(number, fault));
        }
    }

    private ObjectNode object(byte[] line, boolean first) {
        try {
            // Decoded before it is parsed: a parser of bytes would guess at other encodings.
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(line))
                    .toString();
            if (json.readTree(first ? withoutMark(text) : text) instanceof ObjectNode object) {
                return object;
            }
            throw fault(null, "is not a JSON object");
        } catch (CharacterCodingException e) {
            throw fault(null, "is not UTF-8");
        } catch (JsonProcessingException e) {
            ProblemException unsound = JsonProblems.unsound(e);
            throw unsound == null ? fault(null, "is not valid JSON" + place(e)) : unsound;
        }
    }

    /** Some programs put a byte order mark before the text they export. */
    private static String withoutMark(String text) {
        return text.startsWith("\ufeff") ? text.substring(1) : text;
    }

    private static String place(JsonProcessingException failure) {
        var at = failure.getLocation();
        return at == null || failure instanceof JsonMappingException ? "" : " at column " + at.getColumnNr();
    }

    private Registry<?, ?> registry(@Nullable JsonNode named) {
        String path = named == null || !named.isTextual() ? "" : named.textValue();
        return CollectionName.ofPath(path)
                .flatMap(registries::find)
                .orElseThrow(() -> fault(
                        "/" + COLLECTION,
                        "must be one of " + registries.paths()
                                + (path.isEmpty() ? "" : Near.words(path, registries.paths()))));
    }

    private Registered said(ObjectNode object, Registry<?, ?> registry) {
        try {
            Registered said = json.treeToValue(object, registry.viewType());
            List<Problem.FieldError> wrong = wrong(said);
            if (!wrong.isEmpty()) {
                throw ProblemException.of(ProblemType.INVALID, "", wrong);
            }
            return said;
        } catch (JsonProcessingException e) {
            ProblemException problem = strict.everything(object, registry.viewType(), e);
            // What is valid JSON and fits no number of ours is named by no error there.
            throw problem.errors().isEmpty() ? fault(pointer(e), "is outside of its limits") : problem;
        }
    }

    private static @Nullable String pointer(JsonProcessingException failure) {
        return failure instanceof JsonMappingException mapping ? JsonProblems.pointer(mapping) : null;
    }

    private List<Problem.FieldError> wrong(Registered said) {
        var wrong = new ArrayList<Problem.FieldError>();
        if (said.key() == null) {
            wrong.add(new Problem.FieldError("/key", "is needed in an import"));
        }
        validator.validate(said).forEach(violation -> wrong.add(JsonProblems.fault(violation)));
        return wrong;
    }

    private static ProblemException fault(@Nullable String pointer, String detail) {
        return ProblemException.of(ProblemType.INVALID, detail, List.of(new Problem.FieldError(pointer, detail)));
    }
}
