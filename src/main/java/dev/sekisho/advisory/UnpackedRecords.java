package dev.sekisho.advisory;

import dev.sekisho.matching.product.VersionJudge;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The records of the dossiers asked for last: the same ones concern the next version of a product, too. */
final class UnpackedRecords {
    private static final int LEAST = 1_000;
    private static final int MOST = 30_000;
    private static final long ROOM_FOR_ONE = 50_000;

    private final VersionJudge judge;
    private final int room =
            (int) Math.max(LEAST, Math.min(MOST, Runtime.getRuntime().maxMemory() / ROOM_FOR_ONE));
    private final Map<String, Content> kept = new LinkedHashMap<>(LEAST, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Content> eldest) {
            return size() > room;
        }
    };

    UnpackedRecords(VersionJudge judge) {
        this.judge = judge;
    }

    private record Content(CompactRecords of, List<VersionJudge.Prepared> records) {}

    synchronized List<VersionJudge.Prepared> records(AdvisoryIndexEntry dossier) {
        Content known = kept.get(dossier.key());
        if (known == null || known.of() != dossier.records()) {
            List<VersionJudge.Prepared> records =
                    dossier.records().records().stream().map(judge::prepare).toList();
            known = new Content(dossier.records(), records);
            kept.put(dossier.key(), known);
        }
        return known.records();
    }

    synchronized void clear() {
        kept.clear();
    }
}
