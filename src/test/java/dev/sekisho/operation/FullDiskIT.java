package dev.sekisho.operation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import io.restassured.response.Response;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Disks that fill up. Needs the right to mount, as root in a container has it. */
class FullDiskIT {
    @TempDir
    Path directory;

    @Test
    void refusesWhileTheDiskOfTheFileIsFullAndGoesOnWhenThereIsRoomAgain() throws Exception {
        try (var disk = new SmallDisk(directory.resolve("disk"), 60);
                var service = ServiceProcess.start(
                        directory,
                        Map.of(
                                "QUARKUS_DATASOURCE_JDBC_URL",
                                "jdbc:h2:file:" + disk.path().resolve("data")))) {
            refusesWhileFull(service, disk);
        }
    }

    @Test
    void refusesWhileTheDiskOfTheServerIsFullAndGoesOnWhenThereIsRoomAgain() throws Exception {
        try (var disk = new SmallDisk(directory.resolve("disk"), 400);
                var database = new PostgresProcess(disk.path().resolve("pg"));
                var service = ServiceProcess.start(directory, database.settings())) {
            refusesWhileFull(service, disk);
        }
    }

    @Test
    void refusesWhileThereIsNoRoomForWhatIsSentIn() throws Exception {
        try (var disk = new SmallDisk(directory.resolve("disk"), 10)) {
            var settings = new HashMap<String, String>();
            settings.put("QUARKUS_DATASOURCE_JDBC_URL", "jdbc:h2:file:" + directory.resolve("data"));
            settings.put("JAVA_TOOL_OPTIONS", "-Djava.io.tmpdir=" + disk.path());
            try (var service = ServiceProcess.start(directory, settings)) {
                refusesWhileFull(service, disk);
            }
        }
    }

    @Test
    void refusesWhileThereIsNoRoomForTheLog() throws Exception {
        try (var disk = new SmallDisk(directory.resolve("disk"), 10);
                var service = ServiceProcess.start(
                        disk.path(),
                        Map.of("QUARKUS_DATASOURCE_JDBC_URL", "jdbc:h2:file:" + directory.resolve("data")))) {
            refusesWhileFull(service, disk);
        }
    }

    /** Written to until the disk is full in the middle of it; what was acknowledged is there, and nothing else. */
    private void refusesWhileFull(ServiceProcess service, SmallDisk disk) throws Exception {
        Queue<String> stored = new ConcurrentLinkedQueue<>();
        Queue<String> refused = new ConcurrentLinkedQueue<>();
        assertThat(put(service, "first", stored, refused)).isEqualTo(201);
        disk.fill();
        Awaitility.await().atMost(Duration.ofSeconds(60)).until(() -> {
            for (int i = 0; i < 20; i++) {
                assertThat(put(service, "k" + stored.size() + "-" + refused.size(), stored, refused))
                        .isIn(201, 503);
            }
            return !refused.isEmpty() && service.health("ready") == 503;
        });
        assertThat(service.health("live")).isEqualTo(200);

        disk.free();

        Awaitility.await()
                .atMost(Duration.ofSeconds(60))
                .untilAsserted(() -> assertThat(service.health("ready")).isEqualTo(200));
        assertThat(put(service, "last", stored, refused)).isEqualTo(201);
        assertThat(stored)
                .allSatisfy(key -> assertThat(
                                service.api().get("/organizations/" + key).statusCode())
                        .isEqualTo(200));
        assertThat(refused)
                .allSatisfy(key -> assertThat(
                                service.api().get("/organizations/" + key).statusCode())
                        .isEqualTo(404));
    }

    private static int put(ServiceProcess service, String key, Queue<String> stored, Queue<String> refused) {
        String body = "{\"name\":\"" + "o".repeat(150) + "\"}";
        Response response = service.api().body(body).put("/organizations/" + key);
        if (response.statusCode() == 201) {
            stored.add(key);
        } else if (!response.asString().contains("outcome-unknown")) {
            refused.add(key);
        }
        return response.statusCode();
    }

    /** A file system of its own in memory. */
    private static final class SmallDisk implements AutoCloseable {
        private final Path path;

        SmallDisk(Path path, int megabytes) throws IOException, InterruptedException {
            this.path = Files.createDirectories(path);
            int mounted = new ProcessBuilder(
                            "mount", "-t", "tmpfs", "-o", "mode=1777,size=" + megabytes + "m", "tmpfs", path.toString())
                    .start()
                    .waitFor();
            assumeThat(mounted).as("may mount").isZero();
        }

        Path path() {
            return path;
        }

        void fill() throws IOException {
            var block = new byte[4096];
            try (OutputStream out = Files.newOutputStream(path.resolve("filling"))) {
                while (true) {
                    out.write(block);
                }
            } catch (IOException full) {
                assertThat(full).hasMessageContaining("No space left");
            }
        }

        void free() throws IOException {
            Files.delete(path.resolve("filling"));
        }

        @Override
        public void close() throws IOException, InterruptedException {
            new ProcessBuilder("umount", "-l", path.toString()).start().waitFor();
        }
    }
}
