package dev.sekisho;

import io.quarkus.test.junit.QuarkusTestProfile;
import java.util.Map;

/**
 * Another embedded database, for the later half of the tests: what tests leave behind is assessed again with every write of
 * those that come after them.
 */
public class SecondDatabase implements QuarkusTestProfile {
    @Override
    public Map<String, String> getConfigOverrides() {
        return Map.of("quarkus.datasource.jdbc.url", "jdbc:h2:mem:second;DB_CLOSE_DELAY=-1");
    }
}
