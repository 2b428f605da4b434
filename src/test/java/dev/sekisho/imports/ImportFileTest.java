package dev.sekisho.imports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.sekisho.web.problem.ProblemException;
import dev.sekisho.web.problem.ProblemType;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.junit.jupiter.api.Test;

class ImportFileTest {
    private static final Path FULL = Path.of("/dev/full");

    @Test
    void saysThatThereIsNoRoomWhereTheDiskIsFull() throws IOException {
        assumeTrue(Files.exists(FULL));
        var body = new ByteArrayInputStream("{}\n".repeat(100_000).getBytes());
        FileChannel full = FileChannel.open(FULL, StandardOpenOption.WRITE);

        assertThatThrownBy(() -> ImportFile.of(body, full)).isInstanceOfSatisfying(ProblemException.class, problem -> {
            assertThat(problem.type()).isEqualTo(ProblemType.UNAVAILABLE);
            assertThat(problem.headers()).containsKey("Retry-After");
        });
        assertThat(full.isOpen()).isFalse();
    }
}
