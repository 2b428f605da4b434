package dev.sekisho.feed;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.smallrye.config.ConfigValidationException;
import io.smallrye.config.SmallRyeConfigBuilder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RetriesTest {
    @Test
    void threeUnlessSaidOtherwise() {
        assertEquals(3, configured(new SmallRyeConfigBuilder()).retries());
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "5"})
    void theEndsOfTheRangeAreTaken(String retries) {
        assertEquals(Integer.parseInt(retries), with(retries).retries());
    }

    @ParameterizedTest
    @ValueSource(strings = {"-1", "6", "many"})
    void anythingElseIsRefusedWithTheNameOfTheSetting(String retries) {
        var refused = assertThrows(ConfigValidationException.class, () -> with(retries));
        assertTrue(refused.getMessage().contains("sekisho.feeds.retries"), refused.getMessage());
    }

    private static FeedsConfig with(String retries) {
        return configured(new SmallRyeConfigBuilder().withDefaultValue("sekisho.feeds.retries", retries));
    }

    private static FeedsConfig configured(SmallRyeConfigBuilder builder) {
        return builder.addDiscoveredConverters()
                .withMapping(FeedsConfig.class)
                .build()
                .getConfigMapping(FeedsConfig.class);
    }
}
