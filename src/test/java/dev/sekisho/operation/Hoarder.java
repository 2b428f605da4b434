package dev.sekisho.operation;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.jar.JarFile;

/** The packaged service with a leak: once it is told to, all but a thirtieth of the heap is kept and never given back. */
public final class Hoarder {
    static final String TOLD = "hoard";
    private static final int PIECE = 64 << 10;

    private Hoarder() {}

    public static void main(String[] arguments) throws Exception {
        var hoarder = new Thread(Hoarder::hoard, "hoarder");
        hoarder.setDaemon(true);
        hoarder.start();
        try (var jar = new JarFile(System.getProperty("service.jar"))) {
            String service = jar.getManifest().getMainAttributes().getValue("Main-Class");
            Class.forName(service).getMethod("main", String[].class).invoke(null, (Object) arguments);
        }
    }

    private static void hoard() {
        var kept = new ArrayList<byte[]>();
        Runtime machine = Runtime.getRuntime();
        while (true) {
            if (Files.exists(Path.of(TOLD))) {
                var piece = new byte[PIECE];
                if (machine.maxMemory() - machine.totalMemory() + machine.freeMemory() > machine.maxMemory() / 30) {
                    kept.add(piece);
                }
            } else {
                pause();
            }
        }
    }

    private static void pause() {
        try {
            Thread.sleep(100);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
