package dev.sekisho.assessment;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** Settings of the assessment. */
@ConfigMapping(prefix = "sekisho.assessment")
interface AssessmentConfig {
    /** The version of the weights that is used where nobody sets another. */
    String MODEL = "2026-12";

    /** Version of the weights to use; each is a file below model/. */
    @WithDefault(MODEL)
    String model();

    /** How long a read waits for the assessment of writes that were acknowledged before it. */
    @WithDefault("PT2S")
    Duration readWait();

    /** Of how many third parties there are metrics of their own, at most. */
    @WithDefault("100")
    int measuredThirdParties();

    /** How long to wait after a failed assessment before the next try. */
    @WithDefault("PT1S")
    Duration retryAfter();
}
