package dev.sekisho.imports;

import static org.junit.jupiter.api.Assertions.assertThrows;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CancellationException;
import org.junit.jupiter.api.Test;

class LineReaderTest {
    @Test
    void givesUpInTheMiddleWhenTold() {
        byte[] lines = "no JSON\n".repeat(5_000).getBytes(StandardCharsets.UTF_8);
        try (ImportFile spool = ImportFile.of(new ByteArrayInputStream(lines))) {
            var reader = new LineReader(null, new ObjectMapper(), null, null);

            assertThrows(
                    CancellationException.class,
                    () -> reader.read(spool, done -> {
                        throw new CancellationException();
                    }));
        }
    }
}
